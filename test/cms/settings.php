<?php
// Calls methods of the shared class: {"folder", "calls": [[method, …arguments], …]} to [result, …].
require __DIR__ . '/../../integrations/php/DdbDebtOverview.php';
$given = json_decode(stream_get_contents(STDIN), true);
$debts = new DdbDebtOverview($given['folder']);
echo json_encode(array_map(function ($call) use ($debts) {
  return $debts->{array_shift($call)}(...$call);
}, $given['calls']), JSON_UNESCAPED_UNICODE);
