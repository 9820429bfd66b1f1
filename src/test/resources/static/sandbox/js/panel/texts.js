import { h } from '../dom.js';
import { toMinute } from '../format.js';
import { tester } from '../tester.js';
import { sentence } from '../texts.js';
import { tool, updater } from './tool.js';

const DESKS = { 13900010001: '鲜花台', 13900010002: '充值台', 13900010003: '审核台', 13900010004: '财务', 13900010005: '券码台', 13900010006: '客服', 13900010007: '主管' };
const SHOWN = 40;

const deskList = h('ul', { class: 'log', testid: 'desk-texts' });
const customerList = h('ul', { class: 'log', testid: 'customer-texts' });
const desk = h('select', { testid: 'desk-texts-of', ariaLabel: '哪个台' }, h('option', { value: '' }, '所有台'), Object.entries(DESKS).map(([phone, name]) => h('option', { value: phone }, name)));
const owner = h('input', { testid: 'customer-texts-of', type: 'search', placeholder: '找手机号、订单号或文字', ariaLabel: '找短信' });
const showDesks = updater(deskList);
const showCustomers = updater(customerList);

/** Whose a text is shows in its template: customers may be many, and must not push out what the desks were told. */
const isForDesk = (sms) => sms.template.startsWith('SMS_DESK_');

let texts = [];

/** The short address in a message opens the order's tasks. */
function linked(text) {
  return text.split(/(\/t\/\w+)/).map((part) => (part.startsWith('/t/') ? h('a', { href: part, target: '_blank', rel: 'noopener' }, part) : part));
}

const line = (sms) => h('li', {}, h('div', { class: 'top meta' }, h('strong', {}, DESKS[sms.phone] ?? sms.phone), toMinute(sms.at)), h('div', {}, linked(sentence(sms))));

/** The newest; how many more there are is said below them. */
function draw(update, found, none) {
  const rest = found.length - SHOWN;
  update(
    [...found.slice(0, SHOWN), ...(rest > 0 ? [{ rest }] : [])],
    (one) => (one.rest ? h('li', { class: 'none' }, `还有更早的 ${one.rest} 条，可用上方条件查找`) : line(one)),
    none,
  );
}

function show() {
  const wanted = owner.value.trim();
  draw(showDesks, texts.filter((sms) => isForDesk(sms) && (!desk.value || sms.phone === desk.value)), '还没有短信');
  draw(showCustomers, texts.filter((sms) => !isForDesk(sms) && (sms.phone.includes(wanted) || sentence(sms).includes(wanted))), wanted ? '没有这样的短信' : '还没有短信');
}

desk.addEventListener('change', show);
owner.addEventListener('input', show);

export const deskTexts = {
  node: tool('内勤收到的短信', '各台值班手机', desk, deskList),
  async poll() {
    texts = await tester.sms();
    show();
  },
};

/** Filled by the poll of the desks' texts. */
export const customerTexts = { node: tool('用户收到的短信', '所有用户的手机', owner, customerList) };
