package com.guncai.backoffice.payment;

import com.github.binarywang.wxpay.bean.complaint.ComplaintDetailRequest;
import com.github.binarywang.wxpay.bean.complaint.ComplaintDetailResult;
import com.github.binarywang.wxpay.bean.complaint.ComplaintRequest;
import com.github.binarywang.wxpay.bean.complaint.CompleteRequest;
import com.github.binarywang.wxpay.bean.complaint.ResponseRequest;
import com.github.binarywang.wxpay.bean.notify.ComplaintNotifyResult.DecryptNotifyResult;
import com.github.binarywang.wxpay.exception.WxPayException;
import com.github.binarywang.wxpay.service.WxPayService;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.BadPaddingException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * WeChat Pay's complaints (消费者投诉), for the module that answers them. Calls go over the network: lock no row around them.
 * All may be repeated.
 */
@Component
public class WeChatComplaints {
    /** Where WeChat Pay sends the notifications of complaints, below the public address. */
    public static final String NOTIFICATION_PATH = "/api/v1/callbacks/wechat-pay/complaints";

    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int AT_ONCE = 50;

    private final WxPayService pay;
    private final NotificationEndpoint endpoint;
    private final NotificationLog log;
    private final WeChatPayProperties properties;

    WeChatComplaints(
            WxPayService pay, NotificationEndpoint endpoint, NotificationLog log, WeChatPayProperties properties) {
        this.pay = pay;
        this.endpoint = endpoint;
        this.log = log;
        this.properties = properties;
    }

    public Outcome<Complaint> detail(String complaintId) {
        return WxJava.call("query of complaint", complaintId, () -> {
            var request = new ComplaintDetailRequest();
            request.setComplaintId(complaintId);
            return complaint(decrypted(() -> pay.getComplaintsService().getComplaint(request)));
        });
    }

    /** The numbers of complaints of these days that are not completed; fewer when WeChat Pay does not say. */
    public List<String> pending(LocalDate from, LocalDate to) {
        var found = new ArrayList<String>();
        var page = page(from, to, 0);
        for (int offset = AT_ONCE; page != null; offset += AT_ONCE) {
            page.stream()
                    .filter(each -> !each.isProcessed())
                    .map(Complaint::complaintId)
                    .forEach(found::add);
            page = page.size() < AT_ONCE ? null : page(from, to, offset);
        }
        return found;
    }

    private @Nullable List<Complaint> page(LocalDate from, LocalDate to, int offset) {
        var answer = WxJava.call("list of complaints", from + "/" + to, () -> {
            var request = new ComplaintRequest();
            request.setBeginDate(from.toString());
            request.setEndDate(to.toString());
            request.setLimit(AT_ONCE);
            request.setOffset(offset);
            request.setComplaintedMchid(properties.merchantId());
            return listed(decrypted(() -> pay.getComplaintsService().queryComplaints(request))
                    .getData());
        });
        return answer instanceof Outcome.Done<List<Complaint>> done ? done.value() : null;
    }

    /** The SDK decrypts the phone number, which nobody here needs. */
    private static <T> T decrypted(Decrypting<T> call) throws WxPayException {
        try {
            return call.run();
        } catch (BadPaddingException otherKey) {
            throw new IllegalStateException("a complaint was not encrypted for us", otherKey);
        }
    }

    private interface Decrypting<T> {
        T run() throws WxPayException, BadPaddingException;
    }

    private static List<Complaint> listed(@Nullable List<ComplaintDetailResult> found) {
        return found == null
                ? List.of()
                : found.stream().map(WeChatComplaints::complaint).toList();
    }

    /** A file that somebody added to a complaint, at most 10 MB of it. Only WeChat Pay's own addresses are asked. */
    public Outcome<byte[]> picture(String address) {
        if (!isWeChatPays(address)) {
            return new Outcome.Refused<>("ADDRESS");
        }
        return WxJava.call("picture of complaint", "", () -> {
            try (var content = pay.downloadV3(address)) {
                return content.readNBytes(MOST_BYTES);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static boolean isWeChatPays(String address) {
        try {
            var host = URI.create(address).getHost();
            return host != null && host.endsWith(".mch.weixin.qq.com");
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    public Outcome<String> answer(String complaintId, String text) {
        return WxJava.call("answer to complaint", complaintId, () -> {
            var request = new ResponseRequest();
            request.setComplaintId(complaintId);
            request.setComplaintedMchid(properties.merchantId());
            request.setResponseContent(text);
            pay.getComplaintsService().submitResponse(request);
            return complaintId;
        });
    }

    public Outcome<String> complete(String complaintId) {
        return WxJava.call("completion of complaint", complaintId, () -> {
            var request = new CompleteRequest();
            request.setComplaintId(complaintId);
            request.setComplaintedMchid(properties.merchantId());
            pay.getComplaintsService().complete(request);
            return complaintId;
        });
    }

    /**
     * Receives a notification: judged, recorded and answered as those of payments are.
     *
     * @param book takes what a genuine notification says that is not known yet, in the transaction in which the notification is
     *     recorded
     */
    public ResponseEntity<Object> receive(HttpServletRequest request, Book book) throws IOException {
        return endpoint.receive(request, new Notifications(book));
    }

    private static Complaint complaint(ComplaintDetailResult found) {
        return new Complaint(
                String.valueOf(found.getComplaintId()),
                text(found.getProblemDescription()),
                text(found.getComplaintDetail()),
                all(found.getComplaintOrderInfo())
                        .map(order -> text(order.getOutTradeNo()))
                        .toList(),
                all(found.getComplaintMediaList())
                        .flatMap(media -> all(media.getMediaUrl()))
                        .toList(),
                "PROCESSED".equals(found.getComplaintState()));
    }

    private static <T> Stream<T> all(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Where a notification of a complaint is recorded. */
    public interface Book {
        /** @param action WeChat Pay's name of what happened: {@code CREATE_COMPLAINT}, … */
        NotificationResult record(String complaintId, String action);
    }

    private class Notifications implements NotificationHandler<DecryptNotifyResult> {
        private final Book book;

        Notifications(Book book) {
            this.book = book;
        }

        @Override
        public String name() {
            return "complaint";
        }

        @Override
        public Optional<WeChatPay.Notification<DecryptNotifyResult>> opened(NotificationHeaders headers, String body) {
            return WxJava.opened(() -> {
                var notification = pay.parseComplaintNotifyResult(body, WxJava.signature(headers));
                return new WeChatPay.Notification<>(notification.getRawData().getId(), notification.getResult());
            });
        }

        @Override
        public int longestNo() {
            return 64;
        }

        @Override
        public @Nullable String orderNo(DecryptNotifyResult content) {
            return content.getComplaintId();
        }

        @Override
        public NotificationResult record(String complaintId, DecryptNotifyResult content, String notificationId) {
            return log.once(notificationId, () -> book.record(complaintId, text(content.getActionType())));
        }
    }
}
