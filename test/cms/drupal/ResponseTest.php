<?php

use Drupal\csp\Csp;
use Drupal\ddb_debt_overview\EventSubscriber\CspSubscriber;
use Drupal\ddb_debt_overview\EventSubscriber\NoStoreSubscriber;
use Drupal\ddb_debt_overview\StackMiddleware\ClearSiteData;
use Symfony\Component\HttpFoundation\RedirectResponse;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Event\ResponseEvent;
use Symfony\Component\HttpKernel\HttpKernelInterface;
use Symfony\Component\HttpKernel\KernelEvents;

require_once __DIR__ . '/ModuleTestCase.php';

final class ResponseTest extends ModuleTestCase {

  private static function kernel(callable $handle): HttpKernelInterface {
    return new class($handle) implements HttpKernelInterface {
      public function __construct(private $handle) {}
      public function handle(Request $request, int $type = self::MAIN_REQUEST, bool $catch = TRUE): Response {
        return ($this->handle)($request);
      }
    };
  }

  public function testNoBrowserKeepsAPageWithTheElement(): void {
    // Core's FinishResponseSubscriber, at 0, replaces the header for patrons who are logged in.
    [$method, $priority] = NoStoreSubscriber::getSubscribedEvents()[KernelEvents::RESPONSE];
    $this->assertLessThan(0, $priority);
    $header = function (Response $response) use ($method): ?string {
      $response->headers->set('Cache-Control', 'must-revalidate, no-cache, private');
      $kernel = self::kernel(fn () => $response);
      (new NoStoreSubscriber())->$method(new ResponseEvent($kernel, new Request(), HttpKernelInterface::MAIN_REQUEST, $response));
      return $response->headers->get('Cache-Control');
    };
    $this->assertSame('no-store, private', $header(self::page('core/drupal', 'ddb_debt_overview/overview')));
    $this->assertStringNotContainsString('no-store', $header(self::page('core/drupal')));
    $this->assertStringNotContainsString('no-store', $header(new Response()));
  }

  /** The policy of a page after the module has seen it. */
  private function policy(array $directives, string $library = 'ddb_debt_overview/overview'): array {
    $policy = new Csp($directives);
    $event = new class($policy, self::page($library)) {
      public function __construct(private $policy, private $response) {}
      public function getPolicy() {
        return $this->policy;
      }
      public function getResponse() {
        return $this->response;
      }
    };
    (new CspSubscriber($this->site(), Drupal::$configFactory))->onPolicyAlter($event);
    return array_map(fn (array $sources): array => array_values(array_unique($sources)), $policy->directives);
  }

  public function testAddsToThePolicyWhatTheElementNeeds(): void {
    $this->set([
      'settings' => [
        'feesUrl' => 'https://fbs.example/fees?includepaid=false',
        'dibsPaymentUrl' => '/payment/start',
        'paymentOrigins' => 'https://gateway.example mobilepay:',
        'fbiUrl' => 'https://fbi.example:8443/graphql',
      ],
      'image_origins' => 'https://covers.example',
    ]);
    $policy = $this->policy([
      'script-src' => ["'self'"],
      'connect-src' => ["'none'"],
      'img-src' => ["'self'", 'data:'],
      'form-action' => ["'none'"],
      'trusted-types' => ['drupal'],
    ]);
    $this->assertEquals([
      'script-src' => ["'self'"],
      'script-src-elem' => ["'self'"],
      'connect-src' => ['https://fbs.example', "'self'", 'https://fbi.example:8443'],
      'img-src' => ["'self'", 'data:', 'https://covers.example'],
      'form-action' => ["'self'", 'https://gateway.example', 'mobilepay:'],
      'trusted-types' => ['drupal', 'lit-html'],
    ], $policy);
  }

  public function testNarrowsNoPolicyAndAddsNoDirectiveThatTheSiteDoesNotUse(): void {
    $this->set(['settings' => ['feesUrl' => '/gebyrer', 'dibsPaymentUrl' => '/payment/start']]);
    $this->assertSame([], $this->policy([]));
    $olivero = ['style-src' => ["'self'", "'unsafe-inline'"], 'img-src' => ["'self'", 'data:']];
    $this->assertEquals($olivero, array_intersect_key($this->policy($olivero), $olivero));
    $this->assertSame(["'self'", "'unsafe-inline'"], $this->policy($olivero)['style-src-elem']);
  }

  public function testLeavesThePolicyOfOtherPagesAlone(): void {
    $this->set(['settings' => ['feesUrl' => 'https://fbs.example/fees']]);
    $policy = ['connect-src' => ["'none'"]];
    $this->assertSame($policy, $this->policy($policy, 'core/drupal'));
  }

  public function testTheBrowserForgetsAtLogoutAndOnTheNextPage(): void {
    $logout = new ClearSiteData(self::kernel(function (Request $request): Response {
      Drupal::$services['request'] = $request;
      ddb_debt_overview_user_logout(new class implements Drupal\Core\Session\AccountInterface {
        public function isAuthenticated() {
          return TRUE;
        }
      });
      return new RedirectResponse('/');
    }));
    $response = $logout->handle(Request::create('/user/logout'));
    $this->assertSame('"storage"', $response->headers->get('Clear-Site-Data'));
    [$cookie] = $response->headers->getCookies();
    $this->assertTrue($cookie->isHttpOnly());

    // Safari ignores the header on a redirect.
    $next = fn (Response $response): Response => (new ClearSiteData(self::kernel(fn () => $response)))
      ->handle(Request::create('/', 'GET', [], [$cookie->getName() => $cookie->getValue()]));
    $redirect = $next(new RedirectResponse('/da'));
    $this->assertFalse($redirect->headers->has('Clear-Site-Data'));
    $this->assertFalse($next(new Response('{}', 200, ['Content-Type' => 'application/json']))->headers->has('Clear-Site-Data'));
    $page = $next(self::page());
    $this->assertSame('"storage"', $page->headers->get('Clear-Site-Data'));
    $this->assertTrue($page->headers->getCookies()[0]->isCleared());
  }

  public function testOtherPagesForgetNothing(): void {
    $response = (new ClearSiteData(self::kernel(fn () => self::page())))->handle(Request::create('/'));
    $this->assertFalse($response->headers->has('Clear-Site-Data'));
    $this->assertSame([], $response->headers->getCookies());
  }

}
