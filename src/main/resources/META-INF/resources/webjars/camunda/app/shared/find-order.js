// The search box takes what a clerk knows: digits are an order number, its tail or a phone; words are looked for in what
// the tasks are about. The box itself takes a number for the name of a task and shows everything. Also: what a link in a
// message leads to opens by itself.
const LIST = '/staff/api/tasks?q=';

const box = (target) => target.matches?.('.search-container input.main-field, input.main-field');
let tell = () => {};

async function find(typed) {
  const answer = await fetch(LIST + encodeURIComponent(typed), { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

async function search(typed) {
  try {
    const { items, notice } = await find(typed);
    if (items.length === 0) tell(notice, typed);
    else if (items.length === 1) open(items[0]);
    else window.location.assign(`/staff/tasks?q=${encodeURIComponent(typed)}`);
  } catch {
    tell('没有查成，请稍后再试', typed);
  }
}

function open({ id, orderNo }) {
  if (orderNo) window.location.assign(`/t/${orderNo}`);
  else window.location.hash = `#/?task=${id}`;
}

document.addEventListener('keydown', (event) => {
  const typed = box(event.target) ? event.target.value.trim() : '';
  if (event.key !== 'Enter' || !typed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  search(typed);
}, true);

const orderOf = ($location) => /"value":"'(\w+)'","name":"orderNo"/.exec(String($location.search().searchQuery))?.[1];

// A link is about one order: where that order has one task, it opens by itself; where it has none, it says why.
async function openTheOnlyTask($location, orderNo) {
  const { items, notice } = await find(orderNo);
  if (items.length === 0) tell(notice, orderNo);
  else if (items.length === 1 && !$location.search().task) openInList(items[0].id);
}

function openInList(task, tries = 30) {
  const link = [...document.querySelectorAll('.tasks-list li.task h4.task a')].find(({ href }) => href.includes(task));
  if (link) link.click();
  else if (tries > 0) setTimeout(openInList, 200, task, tries - 1);
}

window.angular.module('cam.commons').run(['$rootScope', '$location', 'Notifications', ($rootScope, $location, Notifications) => {
  tell = (notice, typed) => $rootScope.$applyAsync(() => Notifications.addError({
    status: notice, message: `可到“订单”页面查找：/staff/orders?q=${typed}`, exclusive: true,
  }));
  let opened = false;
  $rootScope.$on('$routeChangeSuccess', () => {
    const orderNo = orderOf($location);
    if (opened || !orderNo) return;
    opened = true;
    openTheOnlyTask($location, orderNo).catch(() => { opened = false; });
  });
}]);
