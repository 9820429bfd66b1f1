import { h } from '../dom.js';
import { session } from '../session.js';
import { tester } from '../tester.js';
import { chip, tool } from './tool.js';

const who = h('select', { testid: 'user-select' });
const phone = h('input', { testid: 'user-phone', type: 'tel', maxLength: 11, placeholder: '手机号（留空随机）' });
const granted = h('input', { type: 'checkbox', testid: 'user-granted', checked: true, style: 'width:auto' });

who.addEventListener('change', () => session.become(session.users.find((user) => user.openid === who.value)));
granted.addEventListener('change', () => session.user && tester.subscription(session.user.openid, granted.checked));

function show() {
  who.replaceChildren(...session.users.map((user) => h('option', { value: user.openid, selected: user.openid === session.user?.openid }, `${user.phone} · ${user.openid.slice(0, 8)}…`)));
  if (!session.users.length) who.append(h('option', { value: '' }, '登录时自动创建'));
}
session.onChange(() => {
  granted.checked = true;
  show();
});
show();

const take = async () => {
  await session.become(undefined, phone.value.trim() || undefined);
  phone.value = '';
};

export const userTool = {
  node: tool(
    '微信用户',
    '谁拿着手机',
    who,
    h('div', { class: 'pair tail' }, phone, chip('user-new', '换新用户', take, true)),
    h('label', { style: 'display:flex;gap:8px;align-items:center;font-size:13px' }, granted, '允许小程序发送订阅消息'),
  ),
};
