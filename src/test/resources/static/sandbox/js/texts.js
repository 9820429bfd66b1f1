/** What the approved templates say; a template without an entry shows its variables. */
const TEMPLATES = {
  SMS_DESK_ORDER_PAID: '您有新的${service}订单${orderNo}待处理，点击 /t/${link} 打开。',
  SMS_DESK_TASK_OVERDUE: '${service}订单${orderNo}已超时未处理，请尽快处理：/t/${link}',
  SMS_DESK_DELIVERY_OVERDUE: '${service}订单${orderNo}已过预计送达时间，请跟进：/t/${link}',
  SMS_CUSTOMER_ORDER_ACCEPTED: '您的${service}订单${orderNo}已由${shopName}接单，预计${eta}送达。',
  SMS_CUSTOMER_ORDER_COMPLETED: '您的${service}订单${orderNo}${status}，感谢使用。',
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
