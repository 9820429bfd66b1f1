import { call, say } from '/staff/shell/staff.js';

// A form whose part of the page was answered is empty again.
document.body.addEventListener('htmx:afterRequest', ({ detail }) => {
  if (detail.successful && detail.elt.matches('form[data-reset]')) {
    detail.elt.reset();
  }
});

// Something begun at this order: asked once more, sent, and seen on the page of the order.
document.querySelectorAll('form[data-begin]').forEach((form) => form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  if (button.disabled || !confirm(form.dataset.sure)) return;
  button.disabled = true;
  try {
    const orderNo = location.pathname.split('/').pop();
    await call(`/staff/api/orders/${orderNo}/${form.dataset.begin}`, { method: 'POST', body: Object.fromEntries(new FormData(form)) });
    location.reload();
  } catch (failure) {
    say(failure.message);
    button.disabled = false;
  }
}));
