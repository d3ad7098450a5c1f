<?php
// Runs the settings of the cases: {"folder", "all": [settings, …]} to [[{field, message, blocks}, …], …].
require __DIR__ . '/../../integrations/php/DdbDebtOverview.php';
$given = json_decode(stream_get_contents(STDIN), true);
$debts = new DdbDebtOverview($given['folder']);
echo json_encode(array_map(function ($settings) use ($debts) {
  return $debts->problems($settings);
}, $given['all']));
