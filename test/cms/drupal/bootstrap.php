<?php
// Loads the module in the folder MODULE, with stand-ins for Drupal.
foreach (['Symfony/Component/HttpFoundation', 'Symfony/Component/HttpKernel', 'Symfony/Component/Routing', 'Symfony/Component/Yaml', 'GuzzleHttp', 'Psr/Log', 'Twig'] as $library) {
  require_once "/usr/share/php/$library/autoload.php";
}
require_once __DIR__ . '/stand-ins.php';

define('MODULE', getenv('MODULE'));
const DPL = MODULE . '/modules/ddb_debt_overview_dpl';

spl_autoload_register(function (string $class): void {
  foreach (['Drupal\ddb_debt_overview\\' => MODULE, 'Drupal\ddb_debt_overview_dpl\\' => DPL] as $namespace => $folder) {
    if (str_starts_with($class, $namespace)) {
      require $folder . '/src/' . strtr(substr($class, strlen($namespace)), '\\', '/') . '.php';
    }
  }
});
require_once MODULE . '/includes/DdbDebtOverview.php';
foreach ([MODULE . '/ddb_debt_overview', DPL . '/ddb_debt_overview_dpl'] as $module) {
  require_once "$module.module";
  require_once "$module.install";
}
