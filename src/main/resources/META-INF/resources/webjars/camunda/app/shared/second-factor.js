// Who signed in with the password and owes a code gets 401 for everything else; this leads to the page that asks for it.
const PAGE = '/staff/second-factor';
const { open } = XMLHttpRequest.prototype;

XMLHttpRequest.prototype.open = function opened(...request) {
  this.addEventListener('load', () => {
    if (this.status === 401 && this.getResponseHeader('X-Second-Factor')) window.location.assign(PAGE);
  });
  return open.apply(this, request);
};
