package com.guncai.backoffice.notification;

import static com.guncai.backoffice.notification.NotificationSlice.CUSTOMER;
import static com.guncai.backoffice.notification.NotificationSlice.OPENID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import cn.binarywang.wx.miniapp.api.WxMaSubscribeService;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import com.guncai.backoffice.notification.SmsSender.Outcome;
import com.guncai.backoffice.shared.NonRetryableException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;

class TellCustomerTest extends NotificationTest {
    @Autowired
    private WxMaSubscribeService weChat;

    @BeforeEach
    void everybodySubscribed() {
        reset(weChat);
    }

    @Test
    void whoSubscribedIsToldByWeChatAndNotBySms() throws Exception {
        tellCustomer();
        tellCustomer();
        var message = ArgumentCaptor.forClass(WxMaSubscribeMessage.class);
        verify(weChat).sendSubscribeMsg(message.capture());
        assertThat(message.getValue().getToUser()).isEqualTo(OPENID);
        assertThat(message.getValue().getTemplateId()).isEqualTo("tmpl-accepted");
        assertThat(message.getValue().getPage()).isEqualTo("pages/order?no=" + orderNo);
        assertThat(message.getValue().getData())
                .extracting(WxMaSubscribeMessage.MsgData::getValue)
                .containsExactlyInAnyOrder("鲜花配送", "已接单");
        assertThat(sms.sent).isEmpty();
        assertThat(only().channel()).isEqualTo(Channel.WECHAT);
        assertThat(only().recipient()).isEqualTo("oAbc****");
    }

    @Test
    void whoRefusedIsToldBySms() throws Exception {
        weChatSays(43101);
        tellCustomer();
        assertThat(sms.phones()).containsExactly(CUSTOMER);
        assertThat(sms.sent.get(0).params())
                .containsEntry("service", "鲜花配送")
                .containsEntry("orderNo", orderNo)
                .containsEntry("status", "已接单")
                .containsEntry("shopName", "青秀花店")
                .containsEntry("eta", "11月24日 15:00");
    }

    @Test
    void whoRefusedIsNotAskedAgainWhileTheSmsWaits() throws Exception {
        weChatSays(43101);
        sms.answers(new Outcome.TryLater("Throttling.User"));
        assertThatThrownBy(this::tellCustomer).isInstanceOf(MessageDelayedException.class);
        tellCustomer();
        verify(weChat, times(1)).sendSubscribeMsg(any());
        assertThat(sms.sent).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 40001, 45009, 45011})
    void whatPassesIsTriedAgain(int error) throws Exception {
        weChatSays(error);
        assertThatThrownBy(this::tellCustomer)
                .isInstanceOf(MessageDelayedException.class)
                .hasMessage("消息 CUSTOMER_ORDER_ACCEPTED 还没发出（%s），稍后再试，订单 %s".formatted(error, orderNo));
        doNothing().when(weChat).sendSubscribeMsg(any());
        tellCustomer();
        assertThat(sms.sent).isEmpty();
        assertThat(only().status()).isEqualTo(Message.Status.SENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {40003, 40037, 41030, 47003, 99999})
    void whatPeopleHaveToMendIsFinal(int error) throws Exception {
        weChatSays(error);
        assertThatThrownBy(this::tellCustomer)
                .isInstanceOf(NonRetryableException.class)
                .hasMessageContaining("（" + error + "）");
        assertThat(sms.sent).isEmpty();
        doNothing().when(weChat).sendSubscribeMsg(any());
        tellCustomer();
        assertThat(only().status()).isEqualTo(Message.Status.SENT);
    }

    @Test
    void aNetworkThatFailsIsTriedAgainAndItsErrorIsNotRepeated() throws Exception {
        doThrow(new WxRuntimeException(new ConnectException("api.weixin.qq.com?access_token=secret")))
                .doThrow(new WxRuntimeException(new SocketTimeoutException("Read timed out")))
                .doNothing()
                .when(weChat)
                .sendSubscribeMsg(any());
        assertThatThrownBy(this::tellCustomer)
                .isInstanceOf(MessageDelayedException.class)
                .hasNoCause()
                .hasMessageContaining("（ConnectException）");
        assertThat(only().status()).isEqualTo(Message.Status.FAILED);
        assertThatThrownBy(this::tellCustomer).isInstanceOf(MessageDelayedException.class);
        assertThat(only().status()).isEqualTo(Message.Status.UNKNOWN);
        tellCustomer();
        assertThat(only().status()).isEqualTo(Message.Status.SENT);
        assertThat(only().attempts()).isEqualTo(3);
    }

    @Test
    void whoCannotBeReachedDoesNotHoldTheOrderUp() throws Exception {
        orderNo = "X" + orderNo.substring(1);
        weChatSays(43101);
        tellCustomer();
        assertThat(sms.sent).isEmpty();
        assertThat(written()).extracting(Message::code).containsExactly("43101", "NO_PHONE");
    }

    @Test
    void aTemplateWithoutSubscribeMessageGoesBySms() {
        messageProcess.sendToCustomer(orderNo, "CUSTOMER_ORDER_COMPLETED");
        verifyNoInteractions(weChat);
        assertThat(sms.phones()).containsExactly(CUSTOMER);
    }

    private void tellCustomer() {
        messageProcess.sendToCustomer(orderNo, "CUSTOMER_ORDER_ACCEPTED");
    }

    private void weChatSays(int error) throws WxErrorException {
        doThrow(new WxErrorException(
                        WxError.builder().errorCode(error).errorMsg("x").build()))
                .when(weChat)
                .sendSubscribeMsg(any());
    }
}
