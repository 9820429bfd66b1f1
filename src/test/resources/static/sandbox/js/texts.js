/** What the approved templates say, as messages.example.yaml words them. A template of a tester's own shows its variables. */
const TEMPLATES = {
  SMS_DESK_ORDER_PAID: '您有新的${service}订单${orderNo}待处理，点击 /t/${link} 打开。',
  SMS_DESK_ORDER_WITHOUT_PROCESS: '${service}订单${orderNo}没有流程在办，请主管处理：/t/${link}',
  SMS_DESK_TASK_ESCALATED: '${service}订单${orderNo}催办后仍未处理，请主管跟进：/t/${link}',
  SMS_DESK_TASK_OVERDUE: '${service}订单${orderNo}已超时未处理，请尽快处理：/t/${link}',
  SMS_DESK_DELIVERY_OVERDUE: '${service}订单${orderNo}已过预计送达时间，请跟进：/t/${link}',
  SMS_DESK_REFUND_REQUESTED: '${service}订单${orderNo}有退单待审核，请先联系用户：/t/${link}',
  SMS_DESK_REFUND_BY_HAND: '${service}订单${orderNo}微信退款未成功，请人工转账：/t/${link}',
  SMS_DESK_REFUND_SETTLED: '${service}订单${orderNo}微信已退款成功，请勿再转账；若已转账，请联系用户追回。',
  SMS_DESK_REFUND_LATE: '${service}订单${orderNo}退款 7 天未到账，请到微信商户平台核对。',
  SMS_DESK_AFTER_SALES: '${service}订单${orderNo}有售后待处理，请先联系用户：/t/${link}',
  SMS_DESK_AFTER_SALES_LATE: '${service}订单${orderNo}的售后快到 72 小时仍未办结，请主管跟进：/t/${link}',
  SMS_DESK_REFUND_PAID_TWICE: '${service}订单${orderNo}已人工退款，微信又退了一次，请联系用户追回。',
  SMS_DESK_BATCH_TO_APPROVE: '有批量发券（${orderNo}）待审批：/t/${link}',
  SMS_DESK_BATCH_DECLINED: '批量发券（${orderNo}）未通过审批，请到“券码与批次”页查看。',
  SMS_DESK_BATCH_DONE: '批量发券（${orderNo}）已下发并通知用户，明细见“券码与批次”页。',
  SMS_DESK_CEILING_NEAR: '人保结算的年度上限快用完了（${orderNo}），请到“资金 → 结算”查看。',
  SMS_DESK_CODES_LOW: '电影券码库存不足，请采购（采购单${orderNo}）：/t/${link}',
  SMS_DESK_STOCK_SHORT: '${service}订单${orderNo}缺货，请采购并导入券码：/t/${link}',
  SMS_DESK_CASHBACK_DUE: '${service}返现${orderNo}审核通过，请转账：/t/${link}',
  SMS_DESK_PAYEE_MISSING: '${service}返现${orderNo}的用户一直没有更正收款信息，请联系用户：/t/${link}',
  SMS_DESK_DELIVERY_CHANGE_WANTED: '${service}订单${orderNo}的用户想改配送信息，请联系用户：/t/${link}',
  SMS_CUSTOMER_COUPONS_EXPIRING: '您有${quantity}张${coupon}将于${day}到期，请到小程序“我的礼券”使用。',
  SMS_CUSTOMER_ORDER_ACCEPTED: '您的${service}订单${orderNo}已由${shopName}接单，预计${eta}送达。',
  SMS_CUSTOMER_ORDER_COMPLETED: '您的${service}订单${orderNo}${status}，感谢使用。',
  SMS_CUSTOMER_COUPONS_ISSUED: '您有${quantity}张${coupon}到账，打开小程序“十全车服”在“我的礼券”查看和使用。',
  SMS_CUSTOMER_COUPONS_AWAITED: '您购买的${coupon}（${quantity}张，订单${orderNo}）正在采购，到货后自动放入“我的礼券”，约需 2 个工作日。',
  SMS_CUSTOMER_COUPONS_READY: '您购买的${coupon}（${quantity}张，订单${orderNo}）已放入小程序“我的礼券”。',
  SMS_CUSTOMER_REFUND_REQUESTED: '您的${service}订单${orderNo}正由客服处理退款，客服将电话联系您。',
  SMS_CUSTOMER_REFUND_APPROVED: '您的${service}订单${orderNo}退款已受理，将按原支付方式退回。',
  SMS_CUSTOMER_REFUND_REJECTED: '您的${service}订单${orderNo}经客服与您沟通暂不退款，将继续为您办理，详情见小程序订单页。',
  SMS_CUSTOMER_REFUND_BY_HAND: '您的${service}订单${orderNo}微信退款未成功，财务将联系您转账退款。',
  SMS_CUSTOMER_AFTER_SALES_ANSWERED: '客服已答复您的${service}订单${orderNo}的问题，详情见小程序订单页。',
  SMS_CUSTOMER_REFUND_DONE: '您的${service}订单${orderNo}退款已完成，请留意到账情况。',
  SMS_CUSTOMER_CLAIM_REJECTED: '您的${service}返现申请${orderNo}未通过审核，原因见小程序订单页，礼券已退回。',
  SMS_CUSTOMER_PAYEE_WANTED: '您的${service}返现${orderNo}转账未成功，请在小程序订单页更正收款信息。',
  SMS_CUSTOMER_CASHBACK_PAID: '您的${service}返现${orderNo}已转出${cashback}，请留意到账情况。',
};

const FIELDS = { thing: '内容', character_string: '单号', phrase: '状态', time: '时间', date: '日期', amount: '金额', name: '姓名', number: '数量', phone_number: '电话' };

/** A text message as the phone shows it. */
export function sentence(sms) {
  const template = TEMPLATES[sms.template];
  const text = template
    ? template.replace(/\$\{(\w+)}/g, (_, name) => sms.params[name] ?? '')
    : Object.entries(sms.params)
        .map(([name, value]) => `${name}：${value}`)
        .join('，');
  return `【${sms.signName}】${text}`;
}

/** The keyword kind of a subscribe message's field: `thing2` is 内容. */
export const fieldName = (key) => FIELDS[key.replace(/\d+$/, '')] ?? key;
