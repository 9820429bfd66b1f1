// The Tasklist puts the newest task on top and forgets the order that a filter asks for. Whoever has not chosen another
// order gets what is due first.
const DUE_FIRST = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

window.angular.module('cam.commons').run(['$rootScope', '$location', ($rootScope, $location) => {
  $rootScope.$on('$locationChangeSuccess', () => {
    if ($location.path() === '/' && !$location.search().sorting) $location.search('sorting', DUE_FIRST).replace();
  });
}]);
