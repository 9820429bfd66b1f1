// A form whose part of the page was answered is empty again.
document.body.addEventListener('htmx:afterRequest', ({ detail }) => {
  if (detail.successful && detail.elt.matches('form[data-reset]')) {
    detail.elt.reset();
  }
});
