<?php

use Drupal\Component\Datetime\TimeInterface;
use Drupal\Core\Session\AccountInterface;
use Drupal\ddb_debt_overview_dpl\Controller\FeesController;
use Drupal\ddb_debt_overview_dpl\Controller\TitlesController;
use Drupal\ddb_debt_overview_dpl\DplFeesImport;
use Drupal\ddb_debt_overview_dpl\FeeListBlock;
use Drupal\ddb_debt_overview_dpl\Forwarder;
use Drupal\ddb_debt_overview_dpl\Patron;
use Drupal\dpl_fbi\Fbi;
use Drupal\dpl_library_token\LibraryTokenHandler;
use Drupal\dpl_login\AccessToken;
use Drupal\dpl_login\AccessTokenType;
use Drupal\dpl_login\UserTokens;
use GuzzleHttp\Client;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Handler\MockHandler;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Middleware;
use GuzzleHttp\Psr7\Response as Answer;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;

require_once __DIR__ . '/ModuleTestCase.php';

final class DplTest extends ModuleTestCase {

  private const NOW = 1700000000;

  private UserTokens $tokens;

  private bool $isLoggedIn = TRUE;

  private string $base = 'https://fbs.example/';

  /** What was sent to the other server. */
  private array $sent = [];

  protected function setUp(): void {
    parent::setUp();
    $this->tokens = new UserTokens();
    $this->tokens->current = self::token();
    Drupal::$configFactory->all['ddb_debt_overview_dpl.settings'] = ['replace_fee_list' => TRUE, 'titles' => TRUE];
  }

  private static function token(AccessTokenType $type = AccessTokenType::User, int $expire = self::NOW + 60): AccessToken {
    $token = new AccessToken();
    [$token->token, $token->type, $token->expire] = ['of-anna', $type, $expire];
    return $token;
  }

  private function patron(): Patron {
    $account = $this->createStub(AccountInterface::class);
    $account->method('isAuthenticated')->willReturn($this->isLoggedIn);
    $time = $this->createStub(TimeInterface::class);
    $time->method('getRequestTime')->willReturn(self::NOW);
    return new Patron($account, $this->tokens, $time);
  }

  private function forwarder($answer): Forwarder {
    $this->sent = [];
    $stack = HandlerStack::create(new MockHandler([$answer]));
    $stack->push(Middleware::history($this->sent));
    return new Forwarder(new Client(['handler' => $stack]), $this->log);
  }

  private function fees($answer): Response {
    Drupal::$configFactory->all['dpl_fbs.settings'] = ['base_url' => $this->base];
    return (new FeesController($this->patron(), $this->forwarder($answer), Drupal::$configFactory))->fees();
  }

  public function testAsksFbsWithThePatronsToken(): void {
    $response = $this->fees(new Answer(200, ['Content-Type' => 'text/html', 'Set-Cookie' => 'a=1', 'X-Internal' => '1'], '[]'));
    ['request' => $request, 'options' => $options] = $this->sent[0];
    $this->assertSame('https://fbs.example/external/agencyid/patron/patronid/fees/v2?includepaid=false&includenonpayable=true', (string) $request->getUri());
    $this->assertSame('GET', $request->getMethod());
    $this->assertSame('Bearer of-anna', $request->getHeaderLine('Authorization'));
    $this->assertSame('', $request->getHeaderLine('Cookie'));
    $this->assertSame([FALSE, 12], [$options['allow_redirects'], $options['timeout']]);
    $this->assertSame('[]', $response->getContent());
    $this->assertSame(['application/json', 'no-store, private'], [$response->headers->get('Content-Type'), $response->headers->get('Cache-Control')]);
    $this->assertFalse($response->headers->has('Set-Cookie') || $response->headers->has('X-Internal'));
  }

  /** @dataProvider failures */
  public function testPassesTheStatusOfFbsOn(int $status, array $headers): void {
    $response = $this->fees(new Answer($status, $headers, '{"error":1}'));
    $this->assertSame($status, $response->getStatusCode());
    $this->assertSame('{"error":1}', $response->getContent());
    $this->assertSame($headers['Retry-After'] ?? NULL, $response->headers->get('Retry-After'));
    $this->assertSame('no-store, private', $response->headers->get('Cache-Control'));
  }

  public function failures(): array {
    return [[401, []], [403, []], [404, []], [429, ['Retry-After' => '7']], [500, []], [503, ['Retry-After' => 'Mon, 30 Nov 2026 18:00:00 GMT']]];
  }

  public function testFollowsNoRedirect(): void {
    $response = $this->fees(new Answer(302, ['Location' => 'https://attacker.example/']));
    $this->assertSame(502, $response->getStatusCode());
    $this->assertFalse($response->headers->has('Location'));
    $this->assertCount(1, $this->sent);
  }

  public function testSaysWhenFbsCannotBeReached(): void {
    $request = new GuzzleHttp\Psr7\Request('GET', 'https://fbs.example/');
    $this->assertSame(502, $this->fees(new ConnectException('refused', $request))->getStatusCode());
    $this->assertSame(504, $this->fees(new ConnectException('timed out', $request, NULL, ['errno' => 28]))->getStatusCode());
    $this->assertCount(2, $this->log->all);
    $this->assertStringNotContainsString('of-anna', implode($this->log->all));
  }

  public function testSendsNoTokenWithoutHttps(): void {
    foreach (['http://fbs.example', '', 'fbs.example', 'http://localhost.attacker.example/'] as $this->base) {
      $this->assertSame(500, $this->fees(new Answer(200, [], '[]'))->getStatusCode(), $this->base);
      $this->assertSame([], $this->sent);
    }
  }

  /** @dataProvider strangers */
  public function testAnswers401ToAllOthers(bool $isLoggedIn, ?AccessToken $token): void {
    $this->isLoggedIn = $isLoggedIn;
    $this->tokens->current = $token;
    $response = $this->fees(new Answer(200, [], '[]'));
    $this->assertSame(401, $response->getStatusCode());
    $this->assertSame('no-store, private', $response->headers->get('Cache-Control'));
    $this->assertSame([], $this->sent);
    $this->assertSame(401, $this->titles($this->asked())->getStatusCode());
    $this->assertSame([], $this->sent);
  }

  public function strangers(): array {
    return [
      'logged out' => [FALSE, self::token()],
      'an administrator' => [TRUE, NULL],
      'not registered yet' => [TRUE, self::token(AccessTokenType::UnregisteredUser)],
      'of unknown type' => [TRUE, self::token(AccessTokenType::Unknown)],
      'expired' => [TRUE, self::token(AccessTokenType::User, self::NOW)],
    ];
  }

  private function titles(string $body, ?string $libraryToken = 'of-the-library'): Response {
    $handler = new LibraryTokenHandler();
    $handler->token = $libraryToken ? (object) ['token' => $libraryToken, 'expiresAt' => ''] : NULL;
    $fbi = new Fbi();
    $fbi->urls = ['fbi' => 'https://fbi.example/next/graphql', 'fbi-local' => 'https://fbi.example/local/graphql'];
    $controller = new TitlesController($this->patron(), $this->forwarder(new Answer(200, [], '{"data":1}')), $handler, $fbi);
    return $controller->titles(Request::create('/ddb-debt-overview/titles', 'POST', [], [], [], [], $body));
  }

  private function asked(array $change = [], array $records = ['27365817']): string {
    $query = (new ReflectionClassConstant(TitlesController::class, 'QUERY'))->getValue();
    return json_encode($change + ['query' => $query, 'variables' => ['faust' => $records]]);
  }

  public function testAsksForTitlesWithTheLibrarysToken(): void {
    $response = $this->titles($this->asked());
    $request = $this->sent[0]['request'];
    $this->assertSame('https://fbi.example/next/graphql', (string) $request->getUri());
    $this->assertSame('Bearer of-the-library', $request->getHeaderLine('Authorization'));
    $this->assertSame('application/json', $request->getHeaderLine('Content-Type'));
    $this->assertJsonStringEqualsJsonString($this->asked(), (string) $request->getBody());
    $this->assertSame('{"data":1}', $response->getContent());
    $this->assertSame('no-store, private', $response->headers->get('Cache-Control'));
  }

  public function testLetsNothingButTheOwnQueryThrough(): void {
    $bad = [
      'another query' => $this->asked(['query' => '{ __schema { types { name } } }']),
      'no query' => '{}',
      'no JSON' => 'query=1',
      'a list' => '[]',
      'text' => '"x"',
      'no records' => $this->asked([], []),
      'too many records' => $this->asked([], array_fill(0, 51, '1')),
      'records that are no text' => $this->asked([], [[1]]),
      'records of other characters' => $this->asked([], ["1\n"]),
      'records by name' => $this->asked(['variables' => ['faust' => ['a' => '1']]]),
    ];
    foreach ($bad as $name => $body) {
      $this->assertSame(400, $this->titles($body)->getStatusCode(), $name);
      $this->assertSame([], $this->sent, $name);
    }
    // More variables and operations are not sent on.
    $this->titles($this->asked(['operationName' => 'x', 'variables' => ['faust' => ['1'], 'more' => 1]]));
    $this->assertJsonStringEqualsJsonString($this->asked([], ['1']), (string) $this->sent[0]['request']->getBody());
  }

  public function testSaysThatTheLibraryHasNoToken(): void {
    $this->assertSame(503, $this->titles($this->asked(), NULL)->getStatusCode());
  }

  public function testConnectsTheElement(): void {
    $build = $this->site('/user/me/fees', ['ddb_debt_overview', 'ddb_debt_overview_dpl'])->build();
    $this->assertSame(['fees-url' => '/ddb-debt-overview/fees', 'fbi-url' => '/ddb-debt-overview/titles'], $build['#settings']);
    $this->assertSame('/login?current-path=/user/me/fees', $build['#login_url']);
    $this->assertContains('config:ddb_debt_overview_dpl.settings', $build['#cache']['tags']);
  }

  public function testKeepsAddressesOfTheSite(): void {
    Drupal::$configFactory->all['ddb_debt_overview_dpl.settings']['titles'] = FALSE;
    $this->set(['settings' => ['feesUrl' => 'https://proxy.example/fees']]);
    $build = $this->site('/', ['ddb_debt_overview_dpl'])->build();
    $this->assertSame(['fees-url' => 'https://proxy.example/fees'], $build['#settings']);
  }

  public function testOneLineLeadsToThePageOfTheFeeList(): void {
    $this->set(['page' => '']);
    $of = fn (string ...$modules): array => $this->site('/', $modules)->build(['view' => 'summary'])['#settings'];
    $this->assertSame('/user/me/fees', $of('ddb_debt_overview_dpl', 'dpl_fees')['overview-url']);
    $this->assertArrayNotHasKey('overview-url', $of('ddb_debt_overview_dpl'));
  }

  public function testTakesThePlaceOfTheFeeListWhereThereIsOne(): void {
    $definitions = ['system_main_block' => ['class' => 'Main']];
    ddb_debt_overview_dpl_block_alter($definitions);
    $this->assertSame(['system_main_block' => ['class' => 'Main']], $definitions);

    $with = $definitions + ['dpl_fees_list_block' => ['class' => 'React', 'provider' => 'dpl_fees']];
    ddb_debt_overview_dpl_block_alter($with);
    $this->assertSame(FeeListBlock::class, $with['dpl_fees_list_block']['class']);

    Drupal::$configFactory->all['ddb_debt_overview_dpl.settings']['replace_fee_list'] = FALSE;
    $back = ['dpl_fees_list_block' => ['class' => 'React']];
    ddb_debt_overview_dpl_block_alter($back);
    $this->assertSame('React', $back['dpl_fees_list_block']['class']);
  }

  public function testThePageOfTheFeeListHasNoOtherHeading(): void {
    $build = (new FeeListBlock([], 'dpl_fees_list_block', [], $this->site()))->build();
    $this->assertSame('1', $build['#settings']['heading-level']);
  }

  private function converted(array $old): array {
    $toPath = fn (string $uri): string => preg_replace('~^(internal:|entity:node/5)~', '', $uri) ?: '/side';
    return DplFeesImport::convert($old, $this->element(), $toPath);
  }

  public function testTakesOverTheSettingsOfTheFeeList(): void {
    ['settings' => $settings, 'left' => $left] = $this->converted([
      'payment_site_url' => ' https://betaling.example/ ',
      'payment_site_button_label' => 'Betal i Mit Betalingsoverblik',
      'fees_and_replacement_costs_url' => 'internal:/takster',
      'terms_of_trade_url' => 'entity:node/5',
      'fee_list_body_text' => 'Gebyrer betales nu hos kommunen.',
      'fees_list_size_desktop' => 25,
    ]);
    $this->assertSame([], $left);
    $this->assertEquals([
      'oirPaymentUrl' => 'https://betaling.example/',
      'oirPaymentName' => 'Mit Betalingsoverblik',
      'ratesUrl' => '/takster',
      'termsUrl' => '/side',
      'texts' => [
        'da' => [
          'oir.go' => 'Betal i Mit Betalingsoverblik',
          'intro.before' => 'Gebyrer betales nu hos kommunen.',
          'intro.transition' => 'Gebyrer betales nu hos kommunen.',
          'intro.after' => 'Gebyrer betales nu hos kommunen.',
        ],
      ],
    ], $settings);
    $blocking = array_filter($this->element()->problems($settings + ['feesUrl' => '/']), fn ($problem) => $problem['blocks']);
    $this->assertSame([], $blocking);
  }

  public function testSaysWhatItCannotTakeOver(): void {
    ['settings' => $settings, 'left' => $left] = $this->converted([
      'payment_site_url' => 'http://betaling.example/',
      'payment_site_button_label' => 'Betal',
      'fee_list_body_text' => 'Se <a href="/hjaelp">hjælp</a>.',
    ]);
    $this->assertSame([], $settings);
    $this->assertSame(['payment_site_url', 'fee_list_body_text'], $left);
  }

  public function testTakesOverNoTextThatTheFormRefuses(): void {
    ['settings' => $settings, 'left' => $left] = $this->converted([
      'payment_site_url' => 'https://betaling.example/',
      'payment_site_button_label' => 'Betal {her}',
      'terms_of_trade_text' => 'Vilkår {år}',
    ]);
    $this->assertSame(['oirPaymentUrl' => 'https://betaling.example/'], $settings);
    $this->assertEqualsCanonicalizing(['payment_site_button_label', 'terms_of_trade_text'], $left);
  }

  public function testLeavesTheDefaultsOfTheFeeList(): void {
    $defaults = [
      'payment_overview_url' => 'https://betaling.example/',
      'payment_site_button_label' => 'Go to payment page',
      'fee_list_body_text' => 'Fees and replacement costs are handled through the new system "Mit betalingsoverblik"',
    ];
    $this->assertSame(['settings' => ['oirPaymentUrl' => 'https://betaling.example/'], 'left' => []], $this->converted($defaults));
  }

}
