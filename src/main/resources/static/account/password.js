// The secret of the link stands behind the number sign: no server and no log sees it until the password is set.
const byId = (id) => document.getElementById(id);
const secret = location.hash.slice(1);

function trouble(text) {
  byId('trouble').textContent = text;
  byId('trouble').hidden = !text;
}

if (!secret) {
  trouble('链接不完整，请把收到的整个链接复制到地址栏');
  byId('set').querySelector('button').disabled = true;
}

byId('set').addEventListener('submit', async (event) => {
  event.preventDefault();
  if (byId('password').value !== byId('again').value) {
    trouble('两次输入的密码不一样');
    return;
  }
  trouble('');
  const button = byId('set').querySelector('button');
  button.disabled = true;
  try {
    const answer = await fetch(location.pathname, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ secret, password: byId('password').value }),
    });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      trouble(body.detail ?? '没有设置成，请稍后再试');
      return;
    }
    history.replaceState(null, '', location.pathname);
    byId('user').textContent = body.user;
    byId('set').hidden = true;
    byId('rule').hidden = true;
    byId('done').hidden = false;
  } catch {
    trouble('连不上服务器，请检查网络后再试');
  } finally {
    button.disabled = false;
  }
});
