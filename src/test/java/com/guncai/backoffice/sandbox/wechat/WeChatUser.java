package com.guncai.backoffice.sandbox.wechat;

/**
 * A person with WeChat on a phone.
 *
 * @param phone 11 digits
 * @param subscribed whether the person lets the mini-program send messages
 */
public record WeChatUser(String openid, String unionid, String phone, boolean subscribed) {
    WeChatUser subscribed(boolean granted) {
        return new WeChatUser(openid, unionid, phone, granted);
    }
}
