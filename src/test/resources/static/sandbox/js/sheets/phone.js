import { h, button } from '../dom.js';
import { icon } from '../icons.js';
import { shell } from '../shell.js';
import { masked } from '../format.js';
import { session } from '../session.js';

/** WeChat's own question whether the mini-program may have the phone number. */
export async function askForPhone() {
  const allowed = await shell.sheet(
    (close) =>
      h(
        'div',
        { class: 'permission' },
        h('div', { class: 'who' }, h('span', { class: 'avatar' }, icon('car')), '十全车服 申请'),
        h('strong', {}, '获取并验证你的手机号'),
        h('div', { class: 'number' }, masked(session.user.phone), h('small', {}, '微信绑定号码')),
        h(
          'div',
          { class: 'buttons' },
          button({ class: 'secondary', testid: 'bind-phone-deny' }, '不允许', () => close(false)),
          button({ class: 'wx-button', testid: 'bind-phone-allow' }, '允许', () => close(true)),
        ),
      ),
    { testid: 'phone-permission', dismissable: false },
  );
  if (allowed) await shell.attempt(() => session.bindPhone());
  return allowed;
}
