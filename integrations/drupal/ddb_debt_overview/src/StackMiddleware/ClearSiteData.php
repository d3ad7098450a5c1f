<?php

namespace Drupal\ddb_debt_overview\StackMiddleware;

use Symfony\Component\HttpFoundation\Cookie;
use Symfony\Component\HttpFoundation\Request;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\HttpKernelInterface;

/**
 * Makes the browser forget what its tabs stored, after a logout.
 *
 * Safari ignores the header on a redirect, and Drupal redirects after the
 * logout. So a cookie marks the browser until the next page.
 */
class ClearSiteData implements HttpKernelInterface {

  public const COOKIE = 'ddb_debt_overview_logged_out';

  private const HEADER = 'Clear-Site-Data';

  public function __construct(protected HttpKernelInterface $httpKernel) {}

  /**
   * Marks the request in which a user logs out.
   */
  public static function mark(Request $request): void {
    $request->attributes->set(self::COOKIE, TRUE);
  }

  /**
   * {@inheritdoc}
   */
  public function handle(Request $request, $type = self::MAIN_REQUEST, $catch = TRUE): Response {
    $response = $this->httpKernel->handle($request, $type, $catch);
    if ($request->attributes->has(self::COOKIE)) {
      $response->headers->set(self::HEADER, '"storage"');
      $cookie = Cookie::create(self::COOKIE, '1')->withSecure($request->isSecure());
      $response->headers->setCookie($cookie->withHttpOnly()->withSameSite(Cookie::SAMESITE_LAX));
    }
    elseif ($request->cookies->has(self::COOKIE) && self::isPage($response)) {
      $response->headers->set(self::HEADER, '"storage"');
      $response->headers->clearCookie(self::COOKIE);
    }
    return $response;
  }

  /**
   * Whether the browser shows this response as a page.
   */
  private static function isPage(Response $response): bool {
    return !$response->isRedirection() && str_starts_with((string) $response->headers->get('Content-Type'), 'text/html');
  }

}
