package com.guncai.backoffice.customer;

import cn.binarywang.wx.miniapp.api.WxMaService;
import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.error.WxErrorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns the one-time codes of the mini-program into who somebody is. Codes, tokens and numbers never reach the log. */
@Component
class WeChatIdentity {
    private static final Pattern LOGIN_CODE = Pattern.compile("[\\w-]+");
    private static final Logger log = LoggerFactory.getLogger(WeChatIdentity.class);
    private static final int SYSTEM_BUSY = -1;

    private final WxMaService weChat;

    WeChatIdentity(WxMaService weChat) {
        this.weChat = weChat;
    }

    /**
     * The openid behind a {@code wx.login} code.
     *
     * @throws ProblemException {@code LOGIN_CODE_INVALID} or {@code WECHAT_UNAVAILABLE}
     */
    String openid(String loginCode) {
        // It becomes a part of an address, as it is.
        if (!LOGIN_CODE.matcher(loginCode).matches()) {
            throw loginCodeInvalid();
        }
        try {
            return weChat.getUserService().getSessionInfo(loginCode).getOpenid();
        } catch (WxErrorException refused) {
            throw translated(refused, loginCodeInvalid());
        } catch (RuntimeException unreachable) {
            throw unavailable("jscode2session", unreachable.getClass().getSimpleName());
        }
    }

    /**
     * The number behind a {@code getPhoneNumber} code.
     *
     * @throws ProblemException {@code PHONE_CODE_INVALID}, {@code PHONE_NOT_SUPPORTED} or {@code WECHAT_UNAVAILABLE}
     */
    String phone(String phoneCode) {
        try {
            var number = weChat.getUserService().getPhoneNumber(phoneCode).getPurePhoneNumber();
            if (number == null || !MobileNumber.isValid(number)) {
                throw ProblemException.invalid(ProblemCode.PHONE_NOT_SUPPORTED, "仅支持中国大陆手机号");
            }
            return number;
        } catch (WxErrorException refused) {
            throw translated(refused, ProblemException.invalid(ProblemCode.PHONE_CODE_INVALID, "手机号授权已失效，请重新授权"));
        } catch (ProblemException problem) {
            throw problem;
        } catch (RuntimeException unreachable) {
            throw unavailable("getuserphonenumber", unreachable.getClass().getSimpleName());
        }
    }

    private static ProblemException loginCodeInvalid() {
        return ProblemException.invalid(ProblemCode.LOGIN_CODE_INVALID, "登录凭证无效或已过期，请重新进入小程序");
    }

    private static ProblemException translated(WxErrorException refused, ProblemException aboutTheCode) {
        var error = refused.getError();
        var code = error == null ? SYSTEM_BUSY : error.getErrorCode();
        if (code == 40029 || code == 40163 || code == 40226) {
            return aboutTheCode;
        }
        return unavailable("sign-in", "errcode " + code);
    }

    private static ProblemException unavailable(String call, String reason) {
        log.warn("WeChat {} failed: {}", call, reason);
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, ProblemCode.WECHAT_UNAVAILABLE, "微信服务暂时不可用，请稍后再试");
    }
}
