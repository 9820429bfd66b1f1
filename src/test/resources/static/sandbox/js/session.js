import { call, Refusal } from './http.js';
import { tester } from './tester.js';

const KEPT = 'guncai.sandbox.session';
const listeners = new Set();

const state = { user: null, users: [], accessToken: null, customer: null, ...JSON.parse(localStorage.getItem(KEPT) ?? '{}') };

function save() {
  localStorage.setItem(KEPT, JSON.stringify(state));
  listeners.forEach((listener) => listener(state));
}

/** Who holds the phone: the WeChat user, and the customer once signed in. */
export const session = {
  get user() {
    return state.user;
  },
  get users() {
    return state.users;
  },
  get customer() {
    return state.customer;
  },
  get signedIn() {
    return state.accessToken !== null;
  },
  onChange(listener) {
    listeners.add(listener);
  },

  /** Another person takes the phone; without one, a new WeChat user does. */
  become: (user, phone) => inTurn(() => become(user, phone)),

  /** wx.login, then the back-office's session. */
  signIn: () => inTurn(signIn),

  /** The phone number button: the person allows, WeChat gives a code. */
  async bindPhone() {
    const { phoneCode } = await freshCodes();
    state.customer = await authorised('POST', '/api/v1/me/phone', { body: { phoneCode } });
    save();
  },

  signOut() {
    state.accessToken = null;
    state.customer = null;
    save();
  },
};

let turn = Promise.resolve();

/** Who signs in while another person is taking the phone is that person, not half of both. */
function inTurn(work) {
  turn = turn.catch(() => undefined).then(work);
  return turn;
}

async function become(user, phone) {
  const person = user ?? (await tester.newUser(phone));
  state.user = { openid: person.openid, phone: person.phone };
  state.users = [state.user, ...state.users.filter((known) => known.openid !== person.openid)].slice(0, 8);
  state.accessToken = null;
  state.customer = null;
  save();
}

async function signIn() {
  const { loginCode } = await freshCodes();
  const answer = await call('POST', '/api/v1/sessions', { body: { loginCode } });
  state.accessToken = answer.accessToken;
  state.customer = answer.customer;
  save();
}

/** A WeChat account of an earlier sandbox is gone after a restart; the person then gets a new one. */
async function freshCodes() {
  if (!state.user) await become();
  try {
    return await tester.codes(state.user.openid);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 404) throw refusal;
    state.users = state.users.filter((known) => known.openid !== state.user.openid);
    await become(undefined, state.user.phone);
    return tester.codes(state.user.openid);
  }
}

/** Calls the customer API; an expired session is renewed silently, as mini-programs do. */
export async function authorised(method, path, options = {}) {
  const send = () =>
    call(method, path, { ...options, headers: { ...options.headers, Authorization: `Bearer ${state.accessToken}` } });
  try {
    return await send();
  } catch (refusal) {
    if (refusal.status !== 401) throw refusal;
    await signIn();
    return send();
  }
}
