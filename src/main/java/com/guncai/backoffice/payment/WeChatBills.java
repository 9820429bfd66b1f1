package com.guncai.backoffice.payment;

import com.github.binarywang.wxpay.bean.request.WxPayApplyFundFlowBillV3Request;
import com.github.binarywang.wxpay.bean.request.WxPayApplyTradeBillV3Request;
import com.github.binarywang.wxpay.bean.result.WxPayApplyBillV3Result;
import com.github.binarywang.wxpay.exception.WxPayException;
import com.github.binarywang.wxpay.service.WxPayService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The two bills that WeChat Pay makes of a day, ready after ten in the morning of the next. Remote; asking again is safe. The
 * SDK downloads without checking anything: the digest is compared here.
 */
@Component
public class WeChatBills {
    private static final Logger log = LoggerFactory.getLogger(WeChatBills.class);
    private static final String GZIP = "GZIP";

    private final WxPayService pay;

    WeChatBills(WxPayService pay) {
        this.pay = pay;
    }

    /** All payments and refunds. */
    public Bill trades(LocalDate day) {
        var request = new WxPayApplyTradeBillV3Request();
        request.setBillDate(day.toString());
        request.setBillType("ALL");
        request.setTarType(GZIP);
        return bill("trade bill of", day, () -> pay.applyTradeBill(request));
    }

    /** All that moved on the merchant's basic account. */
    public Bill funds(LocalDate day) {
        var request = new WxPayApplyFundFlowBillV3Request();
        request.setBillDate(day.toString());
        request.setAccountType("BASIC");
        request.setTarType(GZIP);
        return bill("fund-flow bill of", day, () -> pay.applyFundFlowBill(request));
    }

    private Bill bill(String what, LocalDate day, WxJava.Call<WxPayApplyBillV3Result> apply) {
        var number = day.toString();
        var applied = WxJava.call(what, number, apply);
        if (applied instanceof Outcome.Refused<WxPayApplyBillV3Result> refused) {
            return refused.is("NO_STATEMENT_EXIST") ? Bill.NONE : Bill.LATER;
        }
        if (!(applied instanceof Outcome.Done<WxPayApplyBillV3Result> done)) {
            return Bill.LATER;
        }
        var offered = done.value();
        var downloaded = WxJava.call("download of the " + what, number, () -> content(offered.getDownloadUrl()));
        if (!(downloaded instanceof Outcome.Done<byte[]> content)) {
            return Bill.LATER;
        }
        if (!digest(content.value()).equalsIgnoreCase(offered.getHashValue())) {
            log.warn("WeChat Pay {} {}: the digest is another", what, number);
            return Bill.LATER;
        }
        return new Bill(Bill.State.READY, content.value());
    }

    private byte[] content(String url) throws WxPayException {
        try (var content = pay.downloadBill(url)) {
            return content.readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException("the download broke off", broken);
        }
    }

    /** Of what is packed, as WeChat Pay says it; what cannot be unpacked has none. */
    private static String digest(byte[] gzip) {
        try (var content = new DigestInputStream(
                new GZIPInputStream(new ByteArrayInputStream(gzip)), MessageDigest.getInstance("SHA-1"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (IOException broken) {
            return "";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param gzip as it was received; empty unless it is ready */
    public record Bill(State state, byte[] gzip) {
        static final Bill NONE = new Bill(State.NONE, new byte[0]);
        static final Bill LATER = new Bill(State.LATER, new byte[0]);

        /** How a bill stands. */
        public enum State {
            READY,
            /** WeChat Pay has none: nothing happened that day, or it is late. */
            NONE,
            /** Ask again later. */
            LATER
        }

        @Override
        public String toString() {
            return "Bill[" + state + ", " + gzip.length + " bytes]";
        }
    }
}
