package com.guncai.backoffice.notification;

import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.shared.NonRetryableException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is told what, and how.
 *
 * @param desks by desk (the staff group, {@code flower-desk}), the mobile numbers on duty; a desk may have none
 * @param orderPage page of the mini-program that a WeChat message opens, the order number appended; empty for none
 * @param templates by the code that diagrams use ({@code DESK_ORDER_PAID}), what the providers call it
 */
@Validated
@ConfigurationProperties("backoffice.notification")
record NotificationProperties(
        @DefaultValue Map<String, List<@Pattern(regexp = MobileNumber.REGEX) String>> desks,
        @NotNull @DefaultValue("") String orderPage,
        @DefaultValue Map<String, @Valid Template> templates) {

    /** The numbers on duty at a desk, each once. */
    List<String> onDuty(String desk) {
        return desks.getOrDefault(desk, List.of()).stream().distinct().toList();
    }

    /** @throws NonRetryableException when nobody configured it */
    Template template(String code) {
        var template = templates.get(code);
        if (template == null) {
            throw new NonRetryableException("没有配置消息模板 " + code);
        }
        return template;
    }

    /**
     * One message as the providers approved it.
     *
     * @param sms template code at Aliyun ({@code SMS_123456789})
     * @param wechat template id of the subscribe message (订阅消息); empty when there is none
     * @param wechatFields by field of that template ({@code thing1}, {@code time2}), the parameter that fills it
     */
    record Template(
            @NotBlank String sms,
            @NotNull @DefaultValue("") String wechat,
            @DefaultValue Map<String, String> wechatFields) {}

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
