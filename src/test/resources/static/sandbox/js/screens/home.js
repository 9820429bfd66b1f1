import { h } from '../dom.js';
import { icon } from '../icons.js';
import { shell } from '../shell.js';
import { backoffice } from '../backoffice.js';
import { picture } from '../art.js';
import { service } from '../services.js';
import { shortYuan } from '../format.js';

/** The shop window: what the catalogue offers, and nothing it does not. */
export const home = {
  title: '十全车服',
  tab: 'home',
  async render() {
    const catalog = await backoffice.catalog();
    const offered = offers(catalog);
    return h(
      'div',
      { class: 'page' },
      h('div', { class: 'hero' }, h('h2', {}, '把心意送到家'), h('p', {}, `鲜花配送覆盖广西 ${catalog.cities.length} 个城市，约定整点送达`), icon('FLOWER')),
      offered.length > 1 && h('div', { class: 'card services' }, offered.map(tile)),
      catalog.flowers.length > 0 && [
        h('div', { class: 'section-title' }, '今日鲜花', h('small', {}, '花材与包装以实际收到为准')),
        h('div', { class: 'flower-grid' }, catalog.flowers.map(flowerCard)),
      ],
    );
  },
};

function offers(catalog) {
  const list = [];
  if (catalog.flowers.length) list.push({ code: 'FLOWER', open: () => document.querySelector('.flower-grid').scrollIntoView({ behavior: 'smooth' }) });
  if (catalog.topUpFaces.length) list.push({ code: 'TOP_UP', open: () => shell.open('topUp') });
  for (const code of new Set(catalog.couponProducts.map((one) => one.service))) {
    if (!catalog.cashbackServices.some((claim) => claim.service === code)) list.push({ code, open: () => shell.open('product', { service: code }) });
  }
  for (const claim of catalog.cashbackServices) list.push({ code: claim.service, open: () => shell.open('claim', { service: claim.service }) });
  return list;
}

function tile({ code, open }) {
  const { name, tone } = service(code);
  return h('button', { type: 'button', testid: `service-${code}`, tone, onclick: open }, h('span', { class: 'icon' }, icon(code)), name);
}

function flowerCard(one) {
  return h(
    'button',
    { type: 'button', class: 'flower-card', testid: `flower-${one.id}`, onclick: () => shell.open('flower', { id: one.id }) },
    picture(one),
    h('span', { class: 'text' }, h('span', { class: 'name' }, one.name), h('span', { class: 'about' }, one.description), h('span', { class: 'price' }, shortYuan(one.priceFen))),
  );
}
