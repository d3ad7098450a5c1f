<?php

namespace Drupal\ddb_debt_overview_dpl\Controller;

use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\ddb_debt_overview_dpl\Forwarder;
use Drupal\ddb_debt_overview_dpl\Patron;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\Response;

/**
 * The fees of the patron who is logged in, as FBS answers them.
 */
class FeesController implements ContainerInjectionInterface {

  /**
   * The address at FBS.
   *
   * FBS knows the library and the patron by the token. Both words are written
   * out.
   */
  private const PATH = '/external/agencyid/patron/patronid/fees/v2?includepaid=false&includenonpayable=true';

  final public function __construct(
    protected Patron $patron,
    protected Forwarder $forwarder,
    protected ConfigFactoryInterface $configFactory,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container): static {
    return new static(
      $container->get('ddb_debt_overview_dpl.patron'),
      $container->get('ddb_debt_overview_dpl.forwarder'),
      $container->get('config.factory'),
    );
  }

  /**
   * The fees.
   */
  public function fees(): Response {
    $token = $this->patron->token();
    if ($token === NULL) {
      return Forwarder::refuse(401, 'No patron is logged in.');
    }
    $base = $this->configFactory->get('dpl_fbs.settings')->get('base_url');
    return $this->forwarder->send('GET', rtrim((string) $base, '/') . self::PATH, $token);
  }

}
