// The picture of a version, bringing one back, and moving running orders.
import { call, say } from '/staff/shell/staff.js';

const main = document.querySelector('main');
const api = `/staff/api/processes/${encodeURIComponent(main.dataset.key)}`;
const MARKS = { ADDED: 'added', CHANGED: 'changed', REMOVED: 'removed' };

async function draw(place, kinds) {
  const viewer = new window.BpmnJS({ container: place });
  const file = await fetch(place.dataset.file);
  await viewer.importXML(await file.text());
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  document.querySelectorAll('#differences li[data-element]').forEach(({ dataset: { kind, element } }) => {
    if (kinds.includes(kind) && elements.get(element)) canvas.addMarker(element, MARKS[kind]);
  });
  canvas.zoom('fit-viewport', 'auto');
  place.dataset.drawn = 'true';
}

/** Asks before something happens that colleagues notice. */
function confirmed(title, text) {
  const dialog = document.getElementById('confirm');
  dialog.querySelector('h2').textContent = title;
  document.getElementById('confirm-text').textContent = text;
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclick = ({ target }) => {
      if (target.value) {
        dialog.close();
        resolve(target.value === 'yes');
      }
    };
    dialog.oncancel = () => resolve(false);
  });
}

async function restore(version) {
  const title = `恢复第 ${version} 版？`;
  if (!(await confirmed(title, '它会成为新的一版，之后的订单按它走；在办的订单不变。'))) return;
  try {
    await call(`${api}/restore`, { method: 'POST', body: { version } });
    location.href = location.pathname;
  } catch (refused) {
    say(refused.message);
  }
}

const form = document.getElementById('migration-form');
const rows = document.querySelector('#migration-orders tbody');
const more = document.getElementById('more-orders');
const migrate = document.getElementById('migrate');
let next = 0;

const chosen = () => [...rows.querySelectorAll('input:checked')].map(({ value }) => value);
const versions = () => ({ from: Number(form.from.value), to: Number(form.to.value) });

function row({ orderNo, movable, reasons }, moved) {
  const line = document.createElement('tr');
  const cells = [document.createElement('input'), orderNo, movable ? (moved ? '已迁移' : '能') : '不能', reasons.join('；')];
  cells[0].type = 'checkbox';
  cells[0].value = orderNo;
  cells[0].setAttribute('aria-label', `选 ${orderNo}`);
  if (!movable || moved) cells[0].disabled = true;
  else cells[0].checked = true;
  cells.forEach((content) => line.insertCell().append(content));
  line.cells[2].className = movable ? 'good' : 'bad';
  return line;
}

function show(result, append) {
  if (!append) rows.replaceChildren();
  result.orders.forEach((order) => rows.append(row(order, !result.dryRun)));
  const text = document.getElementById('migration-result');
  text.textContent = result.dryRun
    ? `试迁移：第 ${result.from} 版在办 ${result.running} 单，这次看了 ${result.orders.length} 单，能迁移 ${result.movable} 单。什么都没有变。`
    : `迁移了 ${result.movable} 单${result.orders.length > result.movable ? `，${result.orders.length - result.movable} 单没有动` : ''}。`;
  text.hidden = false;
  document.getElementById('migration-orders').hidden = rows.children.length === 0;
  more.hidden = !result.dryRun || result.next === null;
  migrate.hidden = chosen().length === 0;
  next = result.next;
}

async function migration(body, append = false) {
  try {
    show(await call(`${api}/migration`, { method: 'POST', body: { ...versions(), ...body } }), append);
  } catch (refused) {
    say(refused.message);
  }
}

/** The server tries a bounded number at once. */
const AT_ONCE = 200;

async function moveChosen() {
  const orderNos = chosen();
  const { from, to } = versions();
  if (!(await confirmed(`迁移 ${orderNos.length} 单？`, `它们从第 ${from} 版换到第 ${to} 版，接着按第 ${to} 版走。`))) return;
  for (let start = 0; start < orderNos.length; start += AT_ONCE) {
    await migration({ dryRun: false, orderNos: orderNos.slice(start, start + AT_ONCE) }, start > 0);
  }
}

document.querySelectorAll('[data-restore]').forEach((button) => button.addEventListener('click', () => restore(Number(button.dataset.restore))));
if (form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    migration({ dryRun: true });
  });
  more.addEventListener('click', () => migration({ dryRun: true, skip: next }, true));
  migrate.addEventListener('click', moveChosen);
  rows.addEventListener('change', () => { migrate.hidden = chosen().length === 0; });
  document.getElementById('all-orders').addEventListener('change', ({ target }) => {
    rows.querySelectorAll('input:not(:disabled)').forEach((box) => { box.checked = target.checked; });
    migrate.hidden = chosen().length === 0;
  });
}
const picture = document.getElementById('picture');
const before = document.getElementById('picture-before');
if (picture) draw(picture, ['ADDED', 'CHANGED']).catch(({ message }) => say(`图画不出来：${message}`));
if (before) draw(before, ['REMOVED', 'CHANGED']).catch(({ message }) => say(`图画不出来：${message}`));
