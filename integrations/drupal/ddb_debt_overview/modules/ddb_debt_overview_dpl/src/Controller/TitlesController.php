<?php

namespace Drupal\ddb_debt_overview_dpl\Controller;

use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\ddb_debt_overview_dpl\Forwarder;
use Drupal\ddb_debt_overview_dpl\Patron;
use Drupal\dpl_fbi\Fbi;
use Drupal\dpl_library_token\LibraryTokenHandler;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

/**
 * The titles behind debts, from the FBI API.
 *
 * The token of the library stays here, and only the element's own query is sent
 * with it.
 */
class TitlesController implements ContainerInjectionInterface {

  /**
   * The query of the element (src/titles/fbi.ts).
   */
  private const QUERY = 'query($faust:[String!]){manifestations(faust:$faust){titles{full}creators{display}materialTypes{materialTypeSpecific{display}}edition{publicationYear{display}}cover{thumbnail xSmall{url}}}}';

  /**
   * As many records as the element asks for at once.
   */
  private const MOST = 50;

  final public function __construct(
    protected Patron $patron,
    protected Forwarder $forwarder,
    protected LibraryTokenHandler $libraryToken,
    protected Fbi $fbi,
  ) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container): static {
    return new static(
      $container->get('ddb_debt_overview_dpl.patron'),
      $container->get('ddb_debt_overview_dpl.forwarder'),
      $container->get('dpl_library_token.handler'),
      $container->get(Fbi::class),
    );
  }

  /**
   * The titles.
   */
  public function titles(Request $request): Response {
    if ($this->patron->token() === NULL) {
      return Forwarder::refuse(401, 'No patron is logged in.');
    }
    $asked = json_decode($request->getContent(), TRUE);
    $records = $asked['variables']['faust'] ?? NULL;
    if (($asked['query'] ?? NULL) !== self::QUERY || !self::areRecords($records)) {
      return Forwarder::refuse(400, 'Only the query of the debt overview is sent on.');
    }
    $token = $this->libraryToken->getToken();
    if (!$token) {
      return Forwarder::refuse(503, 'The library has no token at the moment.');
    }
    // What is sent is written here, not what came.
    $query = ['query' => self::QUERY, 'variables' => ['faust' => $records]];
    return $this->forwarder->send('POST', $this->fbi->getServiceUrls()['fbi'] ?? '', $token->token, ['json' => $query]);
  }

  /**
   * Whether this is a list of FAUST numbers.
   */
  private static function areRecords(mixed $records): bool {
    return is_array($records) && array_is_list($records) && count($records) <= self::MOST && $records !== []
      && !array_filter($records, static fn ($record): bool => !is_string($record) || !preg_match('/^[\w:.-]{1,64}$/D', $record));
  }

}
