// What a card frames for copying is a button: a click or Enter puts it on the clipboard.
async function put(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without HTTPS browsers have no clipboard for scripts; a selection can be copied all the same.
    const area = Object.assign(document.createElement('textarea'), { value: text, className: 'offscreen' });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

async function copy(part) {
  await put(part.textContent.trim());
  part.dataset.copied = '已复制';
  setTimeout(() => delete part.dataset.copied, 1500);
}

export function makeCopyButtons() {
  const prepare = () => document.querySelectorAll('.case-copy:not([role])').forEach((part) => {
    part.setAttribute('role', 'button');
    part.setAttribute('tabindex', '0');
    part.setAttribute('aria-label', `复制 ${part.textContent.trim()}`);
  });
  new MutationObserver(prepare).observe(document.body, { subtree: true, childList: true });
  prepare();
  const act = (event) => {
    const part = event.target.closest?.('.case-copy');
    if (!part || (event.type === 'keydown' && !['Enter', ' '].includes(event.key))) return;
    event.preventDefault();
    copy(part);
  };
  document.addEventListener('click', act);
  document.addEventListener('keydown', act);
}
