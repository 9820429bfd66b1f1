// A manager hands a task on by a user's id; here also by a name, and whoever is not there is told. The Tasklist would keep
// still.
const USERS = '/camunda/api/engine/engine/default/user?maxResults=1000';
const plain = (text) => text.replace(/\s/g, '');
let tell = () => {};

async function idOf(typed) {
  const users = await (await fetch(USERS, { headers: { Accept: 'application/json' } })).json();
  const names = ({ id, firstName, lastName }) => [id, (lastName ?? '') + (firstName ?? ''), (firstName ?? '') + (lastName ?? '')].map(plain);
  const found = users.filter((user) => names(user).includes(plain(typed)));
  if (found.length === 1) return found[0].id;
  tell(found.length ? `有 ${found.length} 个人叫“${typed}”，请填写用户名` : `没有用户“${typed}”，请填写用户名或姓名`);
  return null;
}

const enter = () => new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, which: 13, bubbles: true });
const resolved = new WeakSet();

document.addEventListener('keydown', async (event) => {
  const input = event.target.closest?.('.assignee input');
  if (!input || event.key !== 'Enter' || resolved.has(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const id = await idOf(input.value.trim());
  if (!id) return;
  input.value = id;
  ['input', 'change'].forEach((kind) => input.dispatchEvent(new Event(kind, { bubbles: true })));
  setTimeout(() => {
    const again = enter();
    resolved.add(again);
    input.dispatchEvent(again);
  }, 300);
}, true);

window.angular.module('cam.commons').run(['$rootScope', 'Notifications', ($rootScope, Notifications) => {
  tell = (status) => $rootScope.$applyAsync(() => Notifications.addError({ status, message: '任务没有转交', exclusive: true }));
}]);
