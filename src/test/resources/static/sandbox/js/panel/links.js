import { h } from '../dom.js';

const LINKS = [
  ['/camunda/app/tasklist/', '任务列表', '内勤：flower、topup、review、finance、coupon、service'],
  ['/staff/batches', '券码与批次', '券码台：coupon；主管：manager'],
  ['/camunda/app/cockpit/', '流程监控', '主管：manager'],
  ['/camunda/app/admin/', '用户与权限', '系统管理员：admin'],
  ['/swagger-ui.html', '接口文档', '小程序使用的接口'],
];

/** The other doors of the system. */
export const links = h(
  'nav',
  { class: 'links' },
  LINKS.map(([href, name, title]) => h('a', { href, title, target: '_blank', rel: 'noopener' }, name)),
);
