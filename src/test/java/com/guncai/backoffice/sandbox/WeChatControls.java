package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.sandbox.Sandbox.Customer;
import com.guncai.backoffice.sandbox.wechat.OneTimeCodes.Codes;
import com.guncai.backoffice.sandbox.wechat.SubscribeMessage;
import com.guncai.backoffice.sandbox.wechat.WeChatUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** WeChat's users and the messages they got. */
@SandboxOnly
@RestController
@RequestMapping("/sandbox/wechat")
class WeChatControls {
    private final Sandbox sandbox;

    WeChatControls(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @PostMapping("/users")
    Customer add(@RequestBody(required = false) @Nullable NewUser user) {
        return sandbox.newUser(user == null ? null : user.phone());
    }

    @PostMapping("/users/{openid}/codes")
    Codes codes(@PathVariable String openid) {
        return sandbox.codes(openid);
    }

    @PostMapping("/users/{openid}/subscription")
    WeChatUser subscribe(@PathVariable String openid, @RequestBody Subscription subscription) {
        return sandbox.subscription(openid, subscription.granted());
    }

    @GetMapping("/messages")
    List<SubscribeMessage> messages(@RequestParam(required = false) @Nullable String openid) {
        return sandbox.messagesTo(openid);
    }

    record NewUser(@Nullable String phone) {}

    record Subscription(boolean granted) {}
}
