package com.guncai.backoffice.sandbox.wechatpay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Call;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** {@code /v3/merchant-service/complaints-v2}: 消费者投诉. */
public final class ComplaintsApi {
    private static final int LONGEST_ANSWER = 200;

    private final PayLedger ledger;
    private final Clock clock;
    private final Map<String, PayComplaint> complaints = new LinkedHashMap<>();

    ComplaintsApi(PayLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The customer complains. */
    public synchronized PayComplaint file(String orderNo, String problem, String text, int pictures) {
        var order = ledger.order(orderNo);
        if (!order.paid()) throw new PayError("INVALID_REQUEST", "订单未支付");
        var complaint = new PayComplaint(
                ledger.number("2002"),
                orderNo,
                String.valueOf(order.transactionId()),
                order.totalFen(),
                problem,
                text,
                clock.instant(),
                PayComplaint.State.PENDING,
                List.of(),
                pictures);
        complaints.put(complaint.complaintId(), complaint);
        return complaint;
    }

    /** Oldest first. */
    public synchronized List<PayComplaint> all() {
        return new ArrayList<>(complaints.values());
    }

    public synchronized PayComplaint get(String complaintId) {
        var complaint = complaints.get(complaintId);
        if (complaint == null) throw new PayError("RESOURCE_NOT_EXISTS", "投诉单不存在");
        return complaint;
    }

    Answer list(Call call) {
        for (var needed : List.of("begin_date", "end_date"))
            if (!call.query(needed).matches("\\d{4}-\\d{2}-\\d{2}"))
                throw PayError.param(needed + " 格式错误，应为 yyyy-MM-dd");
        int limit = number(call, "limit", 10);
        int offset = number(call, "offset", 0);
        if (limit < 1 || limit > 50) throw PayError.param("limit 须为 1 到 50");
        var json = Json.object().put("limit", limit).put("offset", offset);
        var data = json.putArray("data");
        var found = all().stream().filter(complaint -> isOf(call, complaint)).toList();
        found.stream().skip(offset).limit(limit).forEach(complaint -> data.add(detail(call, complaint)));
        return Answer.json(200, json.put("total_count", found.size()));
    }

    private static int number(Call call, String name, int otherwise) {
        var text = call.query(name);
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    private static boolean isOf(Call call, PayComplaint complaint) {
        var day = complaint.at().atZone(SandboxClock.ZONE).toLocalDate().toString();
        return call.query("begin_date").compareTo(day) <= 0 && day.compareTo(call.query("end_date")) <= 0;
    }

    Answer detail(Call call, String complaintId) {
        return Answer.json(200, detail(call, get(complaintId)));
    }

    synchronized Answer respond(Call call, String complaintId) {
        var fields = new Fields(call.json());
        ours(fields);
        var content = fields.text("response_content", LONGEST_ANSWER);
        var complaint = get(complaintId);
        if (complaint.state() == PayComplaint.State.PROCESSED) throw new PayError("INVALID_REQUEST", "投诉单已处理完成");
        complaints.put(complaintId, complaint.answered(content));
        return Answer.empty();
    }

    synchronized Answer complete(Call call, String complaintId) {
        ours(new Fields(call.json()));
        var complaint = get(complaintId);
        if (complaint.answers().isEmpty()) throw new PayError("INVALID_REQUEST", "请先回复用户");
        if (complaint.state() == PayComplaint.State.PROCESSED) throw new PayError("INVALID_REQUEST", "投诉单已处理完成");
        complaints.put(complaintId, complaint.is(PayComplaint.State.PROCESSED));
        return Answer.empty();
    }

    Answer image(String mediaId) {
        var picture = new BufferedImage(600, 800, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.PINK);
        graphics.fillRect(0, 0, 600, 800);
        graphics.setColor(Color.DARK_GRAY);
        graphics.fillOval(150, 250 + mediaId.length(), 300, 300);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Answer.bytes("image/png", bytes.toByteArray());
    }

    private static void ours(Fields fields) {
        if (!Merchant.ID.equals(fields.text("complainted_mchid", 64))) throw new PayError("NO_AUTH", "投诉单不属于该商户");
    }

    private static ObjectNode detail(Call call, PayComplaint complaint) {
        var json = Json.object()
                .put("complaint_id", complaint.complaintId())
                .put("complaint_time", SandboxClock.rfc3339(complaint.at()))
                .put("complaint_detail", complaint.text())
                .put("complained_mchid", Merchant.ID)
                .put("complaint_state", complaint.state().name())
                .put("problem_description", complaint.problem())
                .put("problem_type", "OTHERS")
                .put("complaint_full_refunded", false)
                .put("incoming_user_response", false)
                .put("user_complaint_times", 1);
        json.putArray("complaint_order_info")
                .addObject()
                .put("transaction_id", complaint.transactionId())
                .put("out_trade_no", complaint.orderNo())
                .put("amount", complaint.totalFen());
        if (complaint.pictures() > 0) {
            var media = json.putArray("complaint_media_list").addObject().put("media_type", "USER_COMPLAINT_IMAGE");
            var urls = media.putArray("media_url");
            for (int i = 0; i < complaint.pictures(); i++)
                urls.add("http://" + call.header("host") + "/v3/merchant-service/images/" + complaint.complaintId()
                        + "-" + i);
        }
        return json;
    }

    /** A complaint as its notice carries it. */
    static ObjectNode notice(PayComplaint complaint, String action) {
        return Json.object().put("complaint_id", complaint.complaintId()).put("action_type", action);
    }
}
