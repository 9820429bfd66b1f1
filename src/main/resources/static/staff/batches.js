// The files that staff handed in, read again every few seconds while one is at work.
import { call, say } from '/staff/shell/staff.js';

const byId = (id) => document.getElementById(id);
const node = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
};
const count = (number) => number.toLocaleString('zh-CN');

let page = 0;
let term = new URLSearchParams(location.search).get('q') ?? '';

async function withdraw(batch, button) {
  if (!window.confirm(`撤回批次 ${batch.batchNo}？撤回后主管不再审批，批次号可以重新提交。`)) return;
  button.disabled = true;
  try {
    await call(`/staff/api/batches/${batch.caseNo}/withdrawal`, { method: 'POST' });
  } catch (refused) {
    say(refused.message);
  }
  show();
}

function product(of, purchases) {
  const figure = (label, value) => node('div', {}, node('dt', { textContent: label }), node('dd', { textContent: count(value) }));
  const most = Math.max(1, ...of.lots.map((lot) => lot.count));
  const lots = of.lots.flatMap((lot) => [
    node('span', { textContent: `${lot.lastDay} 前可发` }),
    node('meter', { min: 0, max: most, value: lot.count, title: `${count(lot.count)} 张` }),
    node('span', { textContent: `${count(lot.count)} 张` }),
  ]);
  const { onOrder = '', late = '' } = purchases.find((each) => each.productId === of.id) ?? {};
  const notes = [
    of.owed ? `可发的券码中有 ${count(of.owed)} 张要先补发给已付款的订单` : '',
    onOrder ? `在途采购：${onOrder}` : '',
    late ? `逾期未到的采购：${late}` : '',
  ].filter(Boolean);
  return node(
    'div',
    { className: 'card' },
    node('h3', { textContent: of.product }),
    node('dl', { className: 'figures' }, figure('可发', of.available), figure('已下发', of.issued), figure('已使用', of.used), figure('弃票', of.discarded)),
    lots.length ? node('div', { className: 'lots' }, ...lots) : node('p', { className: 'empty', textContent: '没有可发的券码' }),
    ...notes.map((text) => node('p', { className: 'note', textContent: text })),
  );
}

function state(batch) {
  if (batch.state === 'READING') {
    return ['正在读取', node('progress', {}), node('small', { textContent: `已读 ${count(batch.rowsRead)} 行` })];
  }
  if (batch.toTell > batch.told) {
    return ['正在通知用户', node('progress', { max: batch.toTell, value: batch.told }), node('small', { textContent: `${count(batch.told)} / ${count(batch.toTell)}` })];
  }
  if (batch.state === 'APPROVED') {
    return [batch.stateLabel, node('progress', {})];
  }
  const notes = [];
  if (batch.decided) notes.push(batch.decided);
  if (batch.failure) notes.push(batch.failure);
  if (batch.refused) notes.push(`${count(batch.refused)} 条短信被拒`);
  if (batch.discarded) notes.push(`弃票 ${count(batch.discarded)} 张，损失 ${batch.loss}`);
  if (batch.kind === 'IMPORT' && batch.state === 'DONE') notes.push(`库存还剩 ${count(batch.inStock)} 张`);
  return [batch.stateLabel, ...notes.map((text) => node('small', { textContent: text }))];
}

function withdrawal(batch) {
  const button = node('button', { type: 'button', className: 'danger', textContent: '撤回' });
  button.addEventListener('click', () => withdraw(batch, button));
  return button;
}

function row(batch) {
  const [label, ...more] = state(batch);
  const name = batch.kind === 'ISSUE' ? batch.batchNo : '券码导入';
  return node(
    'tr',
    {},
    node('td', {}, node('strong', { textContent: name }), node('small', { textContent: batch.file }), node('small', { textContent: batch.caseNo })),
    node('td', { textContent: batch.product }),
    node('td', {}, batch.startedBy, node('small', { textContent: batch.startedAt })),
    node('td', { className: 'progress' }, node('span', { className: 'state', textContent: label }), ...more, batch.withdrawable ? withdrawal(batch) : null),
    node('td', { className: 'number' }, `${count(batch.good)} 行`, node('small', { textContent: `${count(batch.coupons)} 张` })),
    node('td', { className: batch.bad ? 'number bad' : 'number', textContent: `${count(batch.bad)} 行` }),
    node('td', {}, node('a', { href: `/staff/api/batches/${batch.caseNo}/rows.xlsx`, textContent: '下载' })),
  );
}

async function show() {
  let soon = false;
  try {
    const [stock, purchases, batches] = await Promise.all([
      call('/staff/api/stock'),
      call('/staff/api/purchases'),
      call(`/staff/api/batches?page=${page}&q=${encodeURIComponent(term)}`),
    ]);
    byId('stock').replaceChildren(...stock.map((of) => product(of, purchases)));
    byId('batches').querySelector('tbody').replaceChildren(...batches.items.map(row));
    byId('batches').hidden = batches.items.length === 0;
    byId('empty').hidden = batches.items.length > 0 || term !== '';
    byId('none').hidden = batches.items.length > 0 || term === '';
    byId('pages').hidden = batches.pages < 2;
    byId('page').textContent = `第 ${batches.page + 1} 页，共 ${batches.pages} 页`;
    byId('newer').disabled = batches.page === 0;
    byId('older').disabled = batches.page + 1 >= batches.pages;
    byId('trouble').hidden = true;
    soon = batches.items.some((batch) => batch.state === 'READING' || batch.state === 'APPROVED' || batch.toTell > batch.told);
  } catch (failure) {
    byId('trouble').textContent = failure.message;
    byId('trouble').hidden = false;
  }
  clearTimeout(show.timer);
  show.timer = setTimeout(show, soon ? 2000 : 15000);
}

byId('search').q.value = term;
byId('search').addEventListener('submit', (event) => {
  event.preventDefault();
  term = event.target.q.value.trim();
  page = 0;
  history.replaceState(null, '', term ? `?q=${encodeURIComponent(term)}` : location.pathname);
  show();
});
byId('newer').addEventListener('click', () => { page -= 1; show(); });
byId('older').addEventListener('click', () => { page += 1; show(); });
show();
