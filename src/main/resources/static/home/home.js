// Which doors are open here, and whether the system is well.
const byId = (id) => document.getElementById(id);

async function showDoors() {
  const doors = await (await fetch('/home/doors', { headers: { Accept: 'application/json' } })).json();
  byId('door-api').hidden = !doors.apiPage;
  if (doors.phone) {
    byId('door-phone').href = doors.phone;
    byId('door-phone').hidden = false;
  }
  for (const { user, desk } of doors.demoUsers) {
    const item = document.createElement('li');
    item.append(Object.assign(document.createElement('code'), { textContent: user }));
    item.append(Object.assign(document.createElement('span'), { textContent: desk }));
    byId('demo').querySelector('ul').append(item);
    byId('demo').hidden = false;
  }
}

async function showHealth() {
  const well = await fetch('/actuator/health/readiness').then((answer) => answer.ok, () => false);
  const health = byId('health');
  health.textContent = well ? '系统运行正常' : '系统暂时不可用，请联系管理员';
  health.classList.toggle('down', !well);
  health.hidden = false;
}

showDoors().catch(() => {});
showHealth();
