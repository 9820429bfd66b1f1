package com.guncai.backoffice.shared;

import static com.guncai.backoffice.shared.ProblemCode.Audience.CUSTOMER;
import static com.guncai.backoffice.shared.ProblemCode.Audience.STAFF;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Every code that a {@link ProblemException} may carry. The API's documentation lists those that customers meet, so that a
 * code is documented by being here. A name never changes: programs compare it.
 */
public enum ProblemCode {
    NOT_SIGNED_IN(CUSTOMER, "没有登录"),
    TOKEN_INVALID(CUSTOMER, "登录已失效"),
    FORBIDDEN(CUSTOMER, "无权访问"),
    LOGIN_CODE_INVALID(CUSTOMER, "`wx.login` 的 code 无效或已用过"),
    PHONE_CODE_INVALID(CUSTOMER, "手机号授权码无效或已用过"),
    PHONE_NOT_SUPPORTED(CUSTOMER, "不是中国大陆手机号"),
    PHONE_NOT_BOUND(CUSTOMER, "还没有绑定手机号"),
    CUSTOMER_NOT_FOUND(CUSTOMER, "没有这个用户"),
    ACCOUNT_IN_USE(CUSTOMER, "还有没办完的订单，暂不能注销"),

    REQUEST_INVALID(CUSTOMER, "内容有误"),
    BODY_TOO_LARGE(CUSTOMER, "内容过大，或图片超过 10 MB"),
    MEDIA_TYPE_NOT_SUPPORTED(CUSTOMER, "内容类型不支持"),
    NOT_ACCEPTABLE(CUSTOMER, "只提供 JSON 应答"),
    METHOD_NOT_ALLOWED(CUSTOMER, "请求方法不支持"),
    NOT_FOUND(CUSTOMER, "没有这个地址"),
    INTERNAL_ERROR(CUSTOMER, "系统出错"),
    TOO_MANY_REQUESTS(CUSTOMER, "操作太频繁，`Retry-After` 秒后再试"),
    TRY_AGAIN(CUSTOMER, "刚刚有变化或系统繁忙，重试即可"),
    IDEMPOTENCY_KEY_REQUIRED(CUSTOMER, "缺少下单标识"),
    IDEMPOTENCY_KEY_INVALID(CUSTOMER, "下单标识的格式不对"),
    IDEMPOTENCY_KEY_REUSED(CUSTOMER, "下单标识已用于另一笔订单"),

    CITY_NOT_SERVED(CUSTOMER, "城市不在目录里"),
    FLOWER_NOT_OFFERED(CUSTOMER, "鲜花不在目录里"),
    FACE_NOT_OFFERED(CUSTOMER, "充值面额不在目录里"),
    SLOT_NOT_ON_HOUR(CUSTOMER, "配送时段不是整点"),
    SLOT_OUT_OF_HOURS(CUSTOMER, "配送时段不在营业时间内"),
    SLOT_TOO_SOON(CUSTOMER, "配送时段太近"),
    SLOT_TOO_FAR(CUSTOMER, "配送时段太远"),
    SLOT_CLOSED(CUSTOMER, "当天不配送"),
    DELIVERY_CHANGE_EMPTY(CUSTOMER, "没有填要修改的配送信息"),
    PRODUCT_NOT_FOUND(CUSTOMER, "没有这种券"),
    PRODUCT_NOT_FOR_SALE(CUSTOMER, "这种券不出售"),

    COUPON_NOT_FOUND(CUSTOMER, "没有这张券，或不是本人的"),
    COUPON_NOT_AVAILABLE(CUSTOMER, "券不是本人的、不适用、已用或已过期"),
    COUPON_NOT_REDEEMABLE(CUSTOMER, "这种券没有兑换码"),
    COUPON_EXPIRED(CUSTOMER, "券已过期"),

    SERVICE_NOT_OFFERED(CUSTOMER, "业务不在目录里"),
    BRAND_REQUIRED(CUSTOMER, "没有选品牌"),
    BRAND_NOT_OFFERED(CUSTOMER, "品牌不在目录里"),
    ITEM_REQUIRED(CUSTOMER, "没有选项目"),
    ITEM_NOT_OFFERED(CUSTOMER, "项目不在目录里"),
    CLAIM_MISSING(CUSTOMER, "没有返现申请"),
    PAYEE_INCOMPLETE(CUSTOMER, "收款信息不全"),
    ALIPAY_ACCOUNT_INVALID(CUSTOMER, "支付宝账号有误"),
    BANK_CARD_INVALID(CUSTOMER, "银行卡号有误"),
    REAL_NAME_INVALID(CUSTOMER, "户名有误"),
    BANK_NAME_INVALID(CUSTOMER, "开户行有误"),
    RECEIPT_MISSING(CUSTOMER, "没有凭证图片"),
    RECEIPT_NOT_A_PICTURE(CUSTOMER, "凭证不是图片"),
    RECEIPT_HEIC_NOT_SUPPORTED(CUSTOMER, "暂不支持 HEIC 图片"),
    RECEIPT_DAMAGED(CUSTOMER, "图片已损坏"),
    RECEIPT_TOO_SMALL(CUSTOMER, "图片太小，看不清"),
    RECEIPT_TOO_LARGE(CUSTOMER, "图片超过 10 MB"),
    RECEIPT_TOO_MANY_PIXELS(CUSTOMER, "图片像素过多"),
    RECEIPT_STORE_UNAVAILABLE(CUSTOMER, "凭证暂时存不了，稍后再试"),
    RECEIPTS_BUSY(CUSTOMER, "正在上传的人较多，稍后再试"),

    ORDER_NOT_FOUND(CUSTOMER, "没有这张订单，或不是本人的"),
    ORDER_STATE(CUSTOMER, "订单当前状态不允许"),
    ORDER_UNDER_REFUND(CUSTOMER, "订单正在退款"),
    REFUND_OPEN(CUSTOMER, "已有退款申请在处理"),
    NOTHING_TO_REFUND(CUSTOMER, "没有可退的款"),
    REFUND_TOO_LATE(CUSTOMER, "超过可以退款的时间"),
    REFUND_TOO_OFTEN(CUSTOMER, "退款次数到了微信的上限"),
    REFUND_STATE(CUSTOMER, "退款申请已处理，或没有"),
    AFTER_SALE_OPEN(CUSTOMER, "已有售后在处理"),
    PAYMENT_UNAVAILABLE(CUSTOMER, "微信支付没有应答"),
    PAYMENT_REFUSED(CUSTOMER, "微信支付不受理"),
    WECHAT_UNAVAILABLE(CUSTOMER, "微信没有应答"),

    FOUR_EYES(STAFF, "须由另一人办理"),
    TEXT_EXPECTED(STAFF, "须填写文字"),
    TEXT_TOO_LONG(STAFF, "文字过长"),
    NOTE_REQUIRED(STAFF, "没有写备注"),
    AMOUNT_INVALID(STAFF, "金额有误"),
    QUANTITY_INVALID(STAFF, "数量有误"),
    DECISION_REQUIRED(STAFF, "没有选是或否"),
    DECISION_NOTE_REQUIRED(STAFF, "没有写处理说明"),
    SHOP_NAME_REQUIRED(STAFF, "没有填店名"),
    SHOP_PHONE_INVALID(STAFF, "店家电话有误"),
    ESTIMATED_DELIVERY_INVALID(STAFF, "预计送达时间有误"),
    PURCHASE_ORDER_NO_INVALID(STAFF, "美团订单号有误"),
    UNDELIVERABLE_REASON_REQUIRED(STAFF, "没有写不能配送的原因"),
    PURCHASE_ORDER_NO_USED(STAFF, "美团订单号已登记在另一单"),
    COST_UNCONFIRMED(STAFF, "实付金额远高于价格，还没有核对"),
    EARLY_COMPLETION_UNCONFIRMED(STAFF, "还没到配送时段，没有确认已送达"),
    TRANSACTION_NO_REQUIRED(STAFF, "没有填充值流水号"),
    TRANSACTION_NO_INVALID(STAFF, "充值流水号有误"),
    TRANSACTION_NO_USED(STAFF, "充值流水号已登记在另一单"),
    FAILURE_REASON_REQUIRED(STAFF, "没有写失败的原因"),
    FAILURE_REASON_INVALID(STAFF, "失败的原因里有收款人的信息"),
    REJECT_REASON_REQUIRED(STAFF, "没有选不通过的原因"),
    REJECT_NOTE_REQUIRED(STAFF, "没有写补充说明"),
    TRANSFER_NO_REQUIRED(STAFF, "没有填转账流水号"),
    TRANSFER_NO_INVALID(STAFF, "转账流水号有误"),
    TRANSFER_NO_USED(STAFF, "转账流水号已登记在另一单"),
    CALL_RESULT_REQUIRED(STAFF, "没有选沟通的结果"),
    RECEIPT_NOT_FOUND(STAFF, "没有这张凭证"),
    REFUND_NOT_FOUND(STAFF, "没有这张退单"),
    REFUND_REASON_REQUIRED(STAFF, "没有写退款原因"),
    REFUND_FEN_INVALID(STAFF, "退款金额有误"),
    REFUND_FEN_TOO_MUCH(STAFF, "退款金额超过可退的"),
    ORDER_CANNOT_CONTINUE(STAFF, "全额退款后订单不能继续"),
    AFTER_SALE_NOT_FOUND(STAFF, "没有这笔售后"),
    AFTER_SALE_STATE(STAFF, "售后当前状态不允许"),
    ANSWER_REQUIRED(STAFF, "没有写答复"),
    REDO_NOT_POSSIBLE(STAFF, "订单不能重新办理"),
    BANK_FLOW_NO_REQUIRED(STAFF, "没有填银行流水号"),
    BANK_FLOW_NO_INVALID(STAFF, "银行流水号有误"),
    BANK_FLOW_NO_USED(STAFF, "银行流水号已登记在另一单"),
    BATCH_NOT_FOUND(STAFF, "没有这一批"),
    BATCH_STATE(STAFF, "这一批当前状态不允许"),
    BATCH_EMPTY(STAFF, "没有一行可以处理"),
    BATCH_UNREADABLE(STAFF, "文件有误，不能继续"),
    BATCH_NO_INVALID(STAFF, "批次号有误"),
    BATCH_NO_USED(STAFF, "批次号已提交过"),
    BOUGHT_BY_INVALID(STAFF, "没有选由谁购买"),
    STOCK_SHORT(STAFF, "券码不够"),
    PRODUCT_WITHOUT_CODES(STAFF, "这种券没有券码"),
    PURCHASE_NOT_FOUND(STAFF, "没有这张采购单"),
    PURCHASE_NO_INVALID(STAFF, "采购单号有误"),
    PURCHASE_NO_USED(STAFF, "采购单号已登记在另一张采购单"),
    ACCOUNT_INVALID(STAFF, "没有选是哪个账户的对账单"),
    STATEMENT_KNOWN(STAFF, "这份对账单已交过"),
    DIFFERENCE_NOT_FOUND(STAFF, "没有这笔差异"),
    DIFFERENCE_STATE(STAFF, "这笔差异当前状态不允许"),
    RESOLUTION_REQUIRED(STAFF, "没有选怎么处理"),
    SETTLEMENT_NOT_FOUND(STAFF, "没有这份结算单"),
    SETTLEMENT_STATE(STAFF, "结算单当前状态不允许"),
    SETTLEMENT_KNOWN(STAFF, "这个月已有结算单"),
    SETTLEMENT_OPEN(STAFF, "前一份结算单还没有关账"),
    PERIOD_INVALID(STAFF, "这个月还不能结算"),
    RECEIVED_FEN_TOO_MUCH(STAFF, "到账金额超过还欠的"),
    RECEIVED_ON_INVALID(STAFF, "到账日期有误"),
    MODEL_NOT_FOUND(STAFF, "没有这张流程图或表，或没有这一版"),
    MODEL_IN_FORCE(STAFF, "这一版正在使用"),
    DEPLOYMENT_REFUSED(STAFF, "这一版通不过检查"),
    SETTING_NOT_FOUND(STAFF, "没有这项设置"),
    SETTING_INVALID(STAFF, "设置的内容不对"),
    SETTING_CHANGED(STAFF, "别人刚改过"),
    FILE_MISSING(STAFF, "没有选文件"),
    FILE_EMPTY(STAFF, "文件是空的"),
    FILE_TOO_LARGE(STAFF, "文件超过 10 MB"),
    FILE_TOO_LONG(STAFF, "文件行数过多"),
    FILE_BROKEN(STAFF, "文件打不开"),
    FILE_BOMB(STAFF, "文件解开后过大"),
    FILE_NOT_A_TABLE(STAFF, "文件不是表格"),
    FILE_OLD_OR_LOCKED(STAFF, "文件是旧格式，或加了密码"),
    FILE_WITHOUT_ROWS(STAFF, "文件里没有数据"),
    FILE_HEADER_MISSING(STAFF, "文件缺少列名"),
    FILE_HEADER_AMBIGUOUS(STAFF, "文件有两列都可能是要用的一列"),
    DECLINE_REASON_REQUIRED(STAFF, "不批准要写明原因"),
    BATCH_NOT_YOURS(STAFF, "只有提交人能撤回");

    private final Audience audience;
    private final String meaning;

    ProblemCode(Audience audience, String meaning) {
        this.audience = audience;
        this.meaning = meaning;
    }

    public boolean isForCustomers() {
        return audience == CUSTOMER;
    }

    /** Those that customers meet, in Markdown, for the API's documentation. */
    public static String customerTable() {
        return Arrays.stream(values())
                .filter(ProblemCode::isForCustomers)
                .map(code -> "| `%s` | %s |".formatted(code, code.meaning))
                .collect(Collectors.joining("\n", "| code | 意思 |\n| --- | --- |\n", "\n"));
    }

    enum Audience {
        /** Programs read the code. */
        CUSTOMER,
        /** People read the sentence; the code is for tests and logs. */
        STAFF
    }
}
