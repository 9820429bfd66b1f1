package com.guncai.backoffice.sandbox.wechatpay;

import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Call;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/** {@code /v3/bill}: asks for a day's bill, ready after ten the next morning, and downloads it. */
final class BillsApi {
    private static final LocalTime READY = LocalTime.of(10, 0);
    private static final Duration DOWNLOADABLE = Duration.ofMinutes(5);
    private static final Set<String> TYPES = Set.of("ALL", "SUCCESS", "REFUND");

    private final PayLedger ledger;
    private final Clock clock;
    private final String appId;
    private final Map<String, Download> downloads = new ConcurrentHashMap<>();

    private final BillFaults faults;

    BillsApi(PayLedger ledger, BillFaults faults, Clock clock, String appId) {
        this.ledger = ledger;
        this.faults = faults;
        this.clock = clock;
        this.appId = appId;
    }

    Answer trades(Call call) {
        var type = call.query("bill_type").isEmpty() ? "ALL" : call.query("bill_type");
        if (!TYPES.contains(type)) throw PayError.param("bill_type 无效");
        return offer(call, bill(call).trades(type));
    }

    Answer funds(Call call) {
        return offer(call, bill(call).funds());
    }

    Answer download(Call call) {
        var download = downloads.get(call.query("token"));
        if (download == null || download.until().isBefore(clock.instant()))
            throw new PayError("INVALID_REQUEST", "下载地址无效或已过期");
        return Answer.bytes("text/plain; charset=utf-8", download.content());
    }

    private Bill bill(Call call) {
        LocalDate day;
        try {
            day = LocalDate.parse(call.query("bill_date"));
        } catch (DateTimeParseException e) {
            throw PayError.param("bill_date 格式错误，应为 yyyy-MM-dd");
        }
        var now = clock.instant().atZone(SandboxClock.ZONE);
        if (!day.isBefore(now.toLocalDate()) || day.isBefore(now.toLocalDate().minusMonths(3)))
            throw PayError.param("bill_date 不在可下载的范围内");
        if (day.equals(now.toLocalDate().minusDays(1)) && now.toLocalTime().isBefore(READY))
            throw new PayError("STATEMENT_CREATING", "账单生成中");
        if (faults.is(BillFault.Kind.NOT_READY)) throw new PayError("STATEMENT_CREATING", "账单生成中");
        var bill = new Bill(ledger, faults, day, appId);
        if (bill.isEmpty()) throw new PayError("NO_STATEMENT_EXIST", "账单文件不存在");
        return bill;
    }

    private Answer offer(Call call, String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        var offered = faults.is(BillFault.Kind.BROKEN) ? sha1(new byte[0]) : sha1(content);
        var token = UUID.randomUUID().toString();
        var served = call.query("tar_type").equals("GZIP") ? gzip(content) : content;
        downloads.put(token, new Download(served, clock.instant().plus(DOWNLOADABLE)));
        return Answer.json(
                200,
                Json.object()
                        .put("hash_type", "SHA1")
                        .put("hash_value", offered)
                        .put("download_url", "http://" + call.header("host") + "/v3/billdownload/file?token=" + token));
    }

    private static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Download(byte[] content, Instant until) {}
}
