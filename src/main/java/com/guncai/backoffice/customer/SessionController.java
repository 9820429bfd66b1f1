package com.guncai.backoffice.customer;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in with a {@code wx.login} code, and binding of the phone. */
@Tag(name = "登录")
@RestController
@RequestMapping("/api/v1")
class SessionController {
    private final WeChatIdentity weChat;
    private final Customers customers;
    private final AccessTokens tokens;

    SessionController(WeChatIdentity weChat, Customers customers, AccessTokens tokens) {
        this.weChat = weChat;
        this.customers = customers;
        this.tokens = tokens;
    }

    @Operation(summary = "登录")
    @PostMapping("/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    Session signIn(@Valid @RequestBody SignIn signIn) {
        var customer = customers.signedIn(weChat.openid(signIn.loginCode()));
        var issued = tokens.issue(customer.id());
        return new Session(issued.token(), BusinessTime.offset(issued.expiresAt()), customer);
    }

    @Operation(summary = "退出登录")
    @DeleteMapping("/sessions/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@AuthenticationPrincipal Jwt token) {
        tokens.revoke(token);
    }

    @Operation(summary = "绑定手机号")
    @PostMapping("/me/phone")
    Customers.Profile bindPhone(CurrentCustomer customer, @Valid @RequestBody PhoneBinding binding) {
        return customers.bindPhone(customer, weChat.phone(binding.phoneCode()));
    }

    record SignIn(@NotBlank(message = "缺少登录凭证") @Size(max = 200, message = "登录凭证过长") String loginCode) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    record PhoneBinding(@NotBlank(message = "缺少手机号授权码") @Size(max = 200, message = "手机号授权码过长") String phoneCode) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    record Session(String accessToken, OffsetDateTime expiresAt, Customers.Profile customer) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
