import { shell } from './shell.js';
import { session } from './session.js';
import { mountNotices, pollNotices } from './notices.js';
import { setTime, tester } from './tester.js';
import { mountPanel, pollPanel } from './panel/index.js';
import { welcome } from './screens/welcome.js';
import { home } from './screens/home.js';
import { flower } from './screens/flower.js';
import { topUp } from './screens/top-up.js';
import { product } from './screens/product.js';
import { claim } from './screens/claim.js';
import { orders } from './screens/orders.js';
import { order } from './screens/order.js';
import { coupons } from './screens/coupons.js';
import { me } from './screens/me.js';

const POLL_MILLIS = 1500;

Object.entries({ welcome, home, flower, topUp, product, claim, orders, order, coupons, me }).forEach(([name, screen]) =>
  shell.register(name, screen),
);
shell.mount(document.querySelector('.phone'));
mountNotices();
mountPanel(document.querySelector('.panel'));

const begin = () => shell.start(session.signedIn ? 'home' : 'welcome');

let holder = session.user?.openid;
session.onChange(({ user, accessToken }) => {
  const another = user?.openid !== holder;
  holder = user?.openid;
  if (another || (!accessToken && shell.current.name !== 'welcome')) begin();
});

async function poll() {
  if (!document.hidden) {
    try {
      setTime((await tester.clock()).now);
      await Promise.all([pollNotices(), pollPanel()]);
      if (shell.current.name === 'order') await shell.refresh();
    } catch (unreachable) {
      console.debug(unreachable);
    }
  }
  setTimeout(poll, POLL_MILLIS);
}

await tester
  .clock()
  .then(({ now }) => setTime(now))
  .catch(() => undefined);
shell.tick();
begin();
poll();
