// The link is copied with one click; where the browser refuses, it is selected for the keyboard.
document.body.addEventListener('click', async ({ target }) => {
  if (!target.dataset?.copy) return;
  const field = document.getElementById(target.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    target.textContent = '已复制';
  } catch {
    target.textContent = '请按 Ctrl+C';
  }
});
document.body.addEventListener('htmx:afterSwap', () => {
  document.querySelector('.link')?.scrollIntoView({ block: 'center' });
});
