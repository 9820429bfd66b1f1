// Begins to settle a month by hand, and shows its statement.
import { call, say } from '/staff/shell/staff.js';

const form = document.getElementById('start');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const { caseNo } = await call(`/staff/api/settlements/${form.period.value}/start`, { method: 'POST' });
    location.href = `/staff/money/statements/${caseNo}`;
  } catch (refused) {
    say(refused.message);
    button.disabled = false;
  }
});
