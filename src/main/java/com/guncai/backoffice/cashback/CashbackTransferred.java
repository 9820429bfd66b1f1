package com.guncai.backoffice.cashback;

import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/**
 * Money was paid back on a claim, announced in the transaction that recorded it: a fact for the ledger.
 *
 * @param fen the coupon's face value
 * @param account from where: Alipay, or the bank
 * @param transferNo its number there, unique
 */
public record CashbackTransferred(
        String orderNo, ServiceCode service, long fen, CompanyAccount account, String transferNo, Instant at) {}
