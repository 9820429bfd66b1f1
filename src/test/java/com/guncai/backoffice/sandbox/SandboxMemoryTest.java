package com.guncai.backoffice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.binarywang.wxpay.bean.request.WxPayUnifiedOrderV3Request;
import com.github.binarywang.wxpay.bean.result.enums.TradeTypeEnum;
import com.github.binarywang.wxpay.exception.WxPayException;
import com.guncai.backoffice.sandbox.wechat.WeChat;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class SandboxMemoryTest {

    @Test
    void anotherSandboxOnTheSameDatabaseFileKnowsTheSameCustomersAndPayments(@TempDir Path folder)
            throws WxPayException {
        var environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:h2:file:" + folder + "/x;DB_CLOSE_ON_EXIT=FALSE");
        String openid;
        try (var before = new Providers()) {
            openid = before.users.add("13800138000").openid();
            SdkClients.pay(before)
                    .createOrderV3(
                            TradeTypeEnum.JSAPI,
                            new WxPayUnifiedOrderV3Request()
                                    .setAppid(WeChat.APP_ID)
                                    .setDescription("鲜花配送")
                                    .setOutTradeNo("F20261124000001")
                                    .setNotifyUrl("https://backoffice.example/callbacks/wechat-pay/payments")
                                    .setAmount(new WxPayUnifiedOrderV3Request.Amount().setTotal(100))
                                    .setPayer(new WxPayUnifiedOrderV3Request.Payer().setOpenid(openid)));
            before.weChatPay.ledger().pay("F20261124000001", false);
            SandboxMemory.beside(environment, before).keep();
        }
        try (var after = new Providers()) {
            SandboxMemory.beside(environment, after).recall();
            assertThat(after.users.get(openid).phone()).isEqualTo("13800138000");
            assertThat(SdkClients.pay(after)
                            .queryOrderV3(null, "F20261124000001")
                            .getTradeState())
                    .isEqualTo("SUCCESS");
        }
    }
}
