<?php

// For sites/default/settings.php: what the module ddb_debt_overview shows. Every attribute of the element can stand here.
$conf['ddb_debt_overview_attributes'] = array(
  'fees-url' => '/patron/fees',
  'switch-date' => '2021-12-01',
  'dibs-payment-url' => '/payment/start',
  'payment-origins' => 'https://gateway.example',
  'oir-payment-url' => 'https://betaling.example/',
  'oir-payment-name' => 'Mit Betalingsoverblik',
  'help-url' => '/kontakt',
);
$conf['ddb_debt_overview_config'] = array(
  'texts' => array('da' => array('oir.go' => 'Betal på {name}')),
);
