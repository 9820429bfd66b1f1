// Finds an order by its number: typed into the Tasklist's search box, or come by the link in a message. The box itself
// takes a number for the name of a task and fails.
const NUMBER = /^\d{14,32}$/;

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  const typed = target.matches?.('.search-container input.main-field, input.main-field') ? target.value.trim() : '';
  if (key !== 'Enter' || !NUMBER.test(typed)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  window.location.assign(`/t/${typed}`);
}, true);

const isAboutOneOrder = ($location) => String($location.search().searchQuery).includes('"name":"orderNo"');

// A link is about one order: where that order has one task, it opens by itself.
function openTheOnlyTask($location, tries = 30) {
  if (!isAboutOneOrder($location) || $location.search().task) return;
  const found = document.querySelectorAll('.tasks-list li.task h4.task a');
  if (found.length === 1) found[0].click();
  else if (tries > 0) setTimeout(openTheOnlyTask, 200, $location, tries - 1);
}

window.angular.module('cam.commons').run(['$rootScope', '$location', ($rootScope, $location) => {
  let opened = false;
  $rootScope.$on('$routeChangeSuccess', () => {
    if (opened || !isAboutOneOrder($location)) return;
    opened = true;
    openTheOnlyTask($location);
  });
}]);
