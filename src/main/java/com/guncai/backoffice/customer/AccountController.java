package com.guncai.backoffice.customer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is kept about the signed-in customer, and the end of the account. */
@Tag(name = "登录")
@RestController
@RequestMapping("/api/v1/me")
class AccountController {
    private final CustomerAccounts accounts;
    private final AccessTokens tokens;

    AccountController(CustomerAccounts accounts, AccessTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Operation(summary = "我的全部数据")
    @GetMapping("/data")
    Map<String, Object> data(CurrentCustomer customer) {
        return accounts.data(customer);
    }

    @Operation(summary = "注销账号", description = "有未办完的订单或退款时 409。订单和账目按法律保留，与本人的联系被切断；购买的券随账号失效，发到手机号的券仍属于该号码。")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(CurrentCustomer customer, @AuthenticationPrincipal Jwt token) {
        accounts.close(customer);
        tokens.revokeAll(token.getSubject());
    }
}
