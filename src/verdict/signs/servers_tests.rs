//! The documents that servers and frameworks show with an error, sent with the status of a page: of those that want a login, that
//! refuse, and that are in trouble; and pages that speak of them.

use crate::verdict::signs::tests::seen;

/// A server, the class, the title and the body of its document.
type Document = (&'static str, &'static str, &'static str, &'static str);

const LOGIN: &str = "withheld login unknown";
const REFUSED: &str = "withheld forbidden unknown";
const TROUBLE: &str = "failing server-error unknown";

#[rustfmt::skip]
const DOCUMENTS: &[Document] = &[
    // Apache httpd
    ("apache", LOGIN, "401 Unauthorized", "<h1>Unauthorized</h1><p>This server could not verify that you are authorized to access the document requested. Either you supplied the wrong credentials (e.g., bad password), or your browser doesn't understand how to supply the credentials required.</p><hr><address>Apache/2.4.57 (Debian) Server at quay.example Port 80</address>"),
    ("apache", REFUSED, "403 Forbidden", "<h1>Forbidden</h1><p>You don't have permission to access this resource.</p><hr><address>Apache/2.4.57 (Debian) Server at quay.example Port 443</address>"),
    ("apache", REFUSED, "403 Forbidden", "<h1>Forbidden</h1><p>You don't have permission to access /files/ on this server.<br></p>"),
    ("apache", REFUSED, "403 Forbidden", "<h1>Forbidden</h1><p>You don't have permission to access this resource.</p><p>Additionally, a 403 Forbidden error was encountered while trying to use an ErrorDocument to handle the request.</p>"),
    ("apache", REFUSED, "403 Forbidden", "<h1>Forbidden</h1><p>You don't have permission to access this resource.Server unable to read htaccess file, denying access to be safe</p>"),
    ("apache", TROUBLE, "500 Internal Server Error", "<h1>Internal Server Error</h1><p>The server encountered an internal error or misconfiguration and was unable to complete your request.</p><p>Please contact the server administrator at admin@quay.example to inform them of the time this error occurred, and the actions you performed just before this error.</p><p>More information about this error may be available in the server error log.</p>"),
    ("apache", TROUBLE, "501 Not Implemented", "<h1>Not Implemented</h1><p>GET not supported for current URL.<br></p>"),
    ("apache", TROUBLE, "502 Proxy Error", "<h1>Proxy Error</h1><p>The proxy server received an invalid response from an upstream server.<br>The proxy server could not handle the request<p>Reason: <strong>Error reading from remote server</strong></p>"),
    ("apache", TROUBLE, "502 Bad Gateway", "<h1>Bad Gateway</h1><p>The proxy server received an invalid response from an upstream server.<br></p>"),
    ("apache", TROUBLE, "503 Service Unavailable", "<h1>Service Unavailable</h1><p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.</p>"),
    ("apache", TROUBLE, "504 Gateway Timeout", "<h1>Gateway Timeout</h1><p>The gateway did not receive a timely response from the upstream server or application.</p>"),
    ("apache", TROUBLE, "508 Loop Detected", "<h1>Loop Detected</h1><p>The server terminated an operation because it encountered an infinite loop.</p>"),
    // nginx and what is made of it
    ("nginx", REFUSED, "403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr><center>nginx/1.24.0 (Ubuntu)</center>"),
    ("nginx", LOGIN, "401 Authorization Required", "<center><h1>401 Authorization Required</h1></center><hr><center>nginx</center>"),
    ("nginx", TROUBLE, "500 Internal Server Error", "<center><h1>500 Internal Server Error</h1></center><hr><center>nginx/1.18.0</center>"),
    ("nginx", TROUBLE, "502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>"),
    ("nginx", TROUBLE, "503 Service Temporarily Unavailable", "<center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>nginx</center>"),
    ("nginx", TROUBLE, "504 Gateway Time-out", "<center><h1>504 Gateway Time-out</h1></center><hr><center>nginx</center>"),
    ("nginx", TROUBLE, "501 Not Implemented", "<center><h1>501 Not Implemented</h1></center><hr><center>nginx</center>"),
    ("nginx", TROUBLE, "507 Insufficient Storage", "<center><h1>507 Insufficient Storage</h1></center><hr><center>nginx</center>"),
    ("nginx", TROUBLE, "Error", "<h1>An error occurred.</h1><p>Sorry, the page you are looking for is currently unavailable.<br>Please try again later.</p><p>If you are the system administrator of this resource then you should check the error log for details.</p><p><em>Faithfully yours, nginx.</em></p>"),
    ("openresty", REFUSED, "403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr><center>openresty/1.21.4.1</center>"),
    ("openresty", TROUBLE, "502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr><center>openresty</center>"),
    ("cloudflare", REFUSED, "403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr><center>cloudflare</center>"),
    ("elb", TROUBLE, "503 Service Temporarily Unavailable", "<center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>awselb/2.0</center>"),
    ("azure", TROUBLE, "502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr><center>Microsoft-Azure-Application-Gateway/v2</center>"),
    // IIS and ASP.NET
    ("iis", REFUSED, "403 - Forbidden: Access is denied.", "<div id=header><h1>Server Error</h1></div><div><h2>403 - Forbidden: Access is denied.</h2><h3>You do not have permission to view this directory or page using the credentials that you supplied.</h3></div>"),
    ("iis", LOGIN, "401 - Unauthorized: Access is denied due to invalid credentials.", "<div id=header><h1>Server Error</h1></div><div><h2>401 - Unauthorized: Access is denied due to invalid credentials.</h2><h3>You do not have permission to view this directory or page using the credentials that you supplied.</h3></div>"),
    ("iis", TROUBLE, "500 - Internal server error.", "<div id=header><h1>Server Error</h1></div><div><h2>500 - Internal server error.</h2><h3>There is a problem with the resource you are looking for, and it cannot be displayed.</h3></div>"),
    ("iis", TROUBLE, "502 - Web server received an invalid response while acting as a gateway or proxy server.", "<div id=header><h1>Server Error</h1></div><div><h2>502 - Web server received an invalid response while acting as a gateway or proxy server.</h2><h3>There is a problem with the page you are looking for, and it cannot be displayed. When the Web server (while acting as a gateway or proxy) contacted the upstream content server, it received an invalid response from the content server.</h3></div>"),
    ("iis", REFUSED, "IIS 10.0 Detailed Error - 403.14 - Forbidden", "<h1>HTTP Error 403.14 - Forbidden</h1><h2>The Web server is configured to not list the contents of this directory.</h2>"),
    ("iis", TROUBLE, "IIS 10.0 Detailed Error - 500.19 - Internal Server Error", "<h1>HTTP Error 500.19 - Internal Server Error</h1><h2>The requested page cannot be accessed because the related configuration data for the page is invalid.</h2>"),
    ("iis", LOGIN, "IIS 8.5 Detailed Error - 401.2 - Unauthorized", "<h1>HTTP Error 401.2 - Unauthorized</h1><h2>You are not authorized to view this page due to invalid authentication headers.</h2>"),
    ("http.sys", TROUBLE, "Service Unavailable", "<h2>Service Unavailable</h2><hr><p>HTTP Error 503. The service is unavailable.</p>"),
    ("asp.net", TROUBLE, "Runtime Error", "<h1>Server Error in '/' Application.<hr></h1><h2><i>Runtime Error</i></h2><p>Description: An application error occurred on the server. The current custom error settings for this application prevent the details of the application error from being viewed.</p>"),
    ("asp.net", TROUBLE, "Error", "<h1>Error.</h1><h2>An error occurred while processing your request.</h2><p><strong>Request ID:</strong> <code>00-5c1e-01</code></p>"),
    // lighttpd, Caddy, HAProxy, Varnish, Envoy, Traefik, LiteSpeed
    ("lighttpd", REFUSED, "403 Forbidden", "<h1>403 Forbidden</h1>"),
    ("lighttpd", REFUSED, "403 - Forbidden", "<h1>403 - Forbidden</h1>"),
    ("lighttpd", LOGIN, "401 - Unauthorized", "<h1>401 - Unauthorized</h1>"),
    ("lighttpd", TROUBLE, "500 - Internal Server Error", "<h1>500 - Internal Server Error</h1>"),
    ("lighttpd", TROUBLE, "503 Service Not Available", "<h1>503 Service Not Available</h1>"),
    ("caddy", REFUSED, "", "403 Forbidden"),
    ("caddy", TROUBLE, "", "502 Bad Gateway"),
    ("caddy", LOGIN, "", "401 Unauthorized"),
    ("haproxy", REFUSED, "", "<h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n"),
    ("haproxy", LOGIN, "", "<h1>401 Unauthorized</h1>\nYou need a valid user and password to access this content.\n"),
    ("haproxy", TROUBLE, "", "<h1>500 Internal Server Error</h1>\nAn internal server error occurred.\n"),
    ("haproxy", TROUBLE, "", "<h1>502 Bad Gateway</h1>\nThe server returned an invalid or incomplete response.\n"),
    ("haproxy", TROUBLE, "", "<h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n"),
    ("haproxy", TROUBLE, "", "<h1>504 Gateway Time-out</h1>\nThe server didn't respond in time.\n"),
    ("varnish", TROUBLE, "503 Backend fetch failed", "<h1>Error 503 Backend fetch failed</h1><p>Backend fetch failed</p><h3>Guru Meditation:</h3><p>XID: 32774</p><hr><p>Varnish cache server</p>"),
    ("varnish", TROUBLE, "503 Service Unavailable", "<h1>Error 503 Service Unavailable</h1><p>Service Unavailable</p><h3>Guru Meditation:</h3><p>XID: 1120</p><hr><p>Varnish cache server</p>"),
    ("varnish", REFUSED, "403 Forbidden", "<h1>Error 403 Forbidden</h1><p>Forbidden</p><h3>Guru Meditation:</h3><p>XID: 11</p><hr><p>Varnish cache server</p>"),
    ("fastly", TROUBLE, "503 first byte timeout", "<h1>Error 503 first byte timeout</h1><p>first byte timeout</p><h3>Error 54113</h3><p>Details: cache-fra-eddf 1717 220</p><hr><p>Varnish cache server</p>"),
    ("envoy", TROUBLE, "", "upstream connect error or disconnect/reset before headers. reset reason: connection failure"),
    ("envoy", TROUBLE, "", "no healthy upstream"),
    ("envoy", TROUBLE, "", "upstream request timeout"),
    ("envoy", REFUSED, "", "RBAC: access denied"),
    ("traefik", TROUBLE, "", "Bad Gateway"),
    ("traefik", TROUBLE, "", "Gateway Timeout"),
    ("traefik", TROUBLE, "", "Service Unavailable"),
    ("traefik", REFUSED, "", "Forbidden"),
    ("traefik", LOGIN, "", "Unauthorized"),
    ("litespeed", REFUSED, " 403 Forbidden\r\n", "<h1 style='font-size:150px'>403</h1><h2>Forbidden</h2><p>Access to this resource on the server is denied!</p><div><p>Proudly powered by LiteSpeed Web Server</p><p>Please be advised that LiteSpeed Technologies Inc. is not a web hosting company and, as such, has no control over content found on this site.</p></div>"),
    ("litespeed", TROUBLE, " 500 Internal Server Error\r\n", "<h1>500</h1><h2>Internal Server Error</h2><p>An internal server error has occured.</p><p>Proudly powered by LiteSpeed Web Server</p><p>Please be advised that LiteSpeed Technologies Inc. is not a web hosting company and, as such, has no control over content found on this site.</p>"),
    ("litespeed", TROUBLE, " 503 Service Unavailable\r\n", "<h1>503</h1><h2>Service Unavailable</h2><p>The server is temporarily busy, try again later!</p>"),
    ("litespeed", TROUBLE, "508 Resource Limit Is Reached", "<h1>Resource Limit Is Reached</h1><p>The website is temporarily unable to service your request as it exceeded resource limit. Please try again later.</p>"),
    // Java
    ("tomcat", REFUSED, "HTTP Status 403 – Forbidden", "<h1>HTTP Status 403 – Forbidden</h1><hr class=line><p><b>Type</b> Status Report</p><p><b>Message</b> Access to the specified resource has been denied</p><p><b>Description</b> The server understood the request but refuses to authorize it.</p><hr class=line><h3>Apache Tomcat/9.0.71</h3>"),
    ("tomcat", LOGIN, "HTTP Status 401 – Unauthorized", "<h1>HTTP Status 401 – Unauthorized</h1><hr class=line><p><b>Type</b> Status Report</p><p><b>Description</b> The request has not been applied to the target resource because it lacks valid authentication credentials for that resource.</p><hr class=line><h3>Apache Tomcat/9.0.71</h3>"),
    ("tomcat", TROUBLE, "HTTP Status 500 – Internal Server Error", "<h1>HTTP Status 500 – Internal Server Error</h1><hr class=line><p><b>Type</b> Status Report</p><p><b>Description</b> The server encountered an unexpected condition that prevented it from fulfilling the request.</p><hr class=line><h3>Apache Tomcat/8.5.4</h3>"),
    ("tomcat", TROUBLE, "HTTP Status 503 – Service Unavailable", "<h1>HTTP Status 503 – Service Unavailable</h1><p><b>Type</b> Status Report</p><p><b>Description</b> The server is currently unable to handle the request due to a temporary overload or scheduled maintenance, which will likely be alleviated after some delay.</p>"),
    ("tomcat", REFUSED, "HTTP Status 403 – Verboten", "<h1>HTTP Status 403 – Verboten</h1><p><b>Type</b> Status Report</p><p><b>Beschreibung</b> Der Server hat die Anfrage verstanden, verweigert aber die Ausführung.</p>"),
    ("tomcat", REFUSED, "État HTTP 403 – Interdit", "<h1>État HTTP 403 – Interdit</h1><p><b>Type</b> Rapport d''état</p><p><b>description</b> Le serveur a compris la requête mais refuse de l'autoriser.</p>"),
    ("tomcat", TROUBLE, "État HTTP 500 – Erreur interne du serveur", "<h1>État HTTP 500 – Erreur interne du serveur</h1><p><b>description</b> Le serveur a rencontré une erreur interne qui l''a empêché de satisfaire la requête.</p>"),
    ("tomcat", REFUSED, "Estado HTTP 403 – Prohibido", "<h1>Estado HTTP 403 – Prohibido</h1><p><b>Tipo</b> Informe de estado</p>"),
    ("tomcat", REFUSED, "HTTP状态 403 - 已禁止", "<h1>HTTP状态 403 - 已禁止</h1><p><b>类型</b> 状态报告</p><p><b>描述</b> 服务器理解该请求但拒绝授权。</p>"),
    ("jetty", REFUSED, "Error 403 Forbidden", "<h2>HTTP ERROR 403 Forbidden</h2><table><tr><th>URI:</th><td>/a</td></tr><tr><th>STATUS:</th><td>403</td></tr><tr><th>MESSAGE:</th><td>Forbidden</td></tr><tr><th>SERVLET:</th><td>default</td></tr></table><hr><a href=\"https://eclipse.org/jetty\">Powered by Jetty:// 9.4.43</a>"),
    ("jetty", LOGIN, "Error 401 Unauthorized", "<h2>HTTP ERROR 401 Unauthorized</h2><table><tr><th>URI:</th><td>/a</td></tr><tr><th>STATUS:</th><td>401</td></tr><tr><th>MESSAGE:</th><td>Unauthorized</td></tr></table>"),
    ("jetty", TROUBLE, "Error 503 Service Unavailable", "<h2>HTTP ERROR: 503</h2><p>Problem accessing /a. Reason:<pre>    Service Unavailable</pre></p><hr><i><small>Powered by Jetty://</small></i>"),
    ("jetty", TROUBLE, "Error 500 Server Error", "<h2>HTTP ERROR 500</h2><p>Problem accessing /a/. Reason:<pre>    Server Error</pre></p>"),
    ("spring", TROUBLE, "", "<h1>Whitelabel Error Page</h1><p>This application has no explicit mapping for /error, so you are seeing this as a fallback.</p><div>Mon Nov 30 09:12:01 UTC 2026</div><div>There was an unexpected error (type=Internal Server Error, status=500).</div>"),
    // Python, Ruby, PHP, JavaScript
    ("django", REFUSED, "403 Forbidden", "<h1>403 Forbidden</h1><p></p>"),
    ("django", TROUBLE, "Server Error (500)", "<h1>Server Error (500)</h1><p></p>"),
    ("django", REFUSED, "403 Forbidden", "<h1>Forbidden <span>(403)</span></h1><p>CSRF verification failed. Request aborted.</p><small>More information is available with DEBUG=True.</small>"),
    ("werkzeug", REFUSED, "403 Forbidden", "<h1>Forbidden</h1><p>You don&#39;t have the permission to access the requested resource. It is either read-protected or not readable by the server.</p>"),
    ("werkzeug", LOGIN, "401 Unauthorized", "<h1>Unauthorized</h1><p>The server could not verify that you are authorized to access the URL requested. You either supplied the wrong credentials (e.g. a bad password), or your browser doesn&#39;t understand how to supply the credentials required.</p>"),
    ("werkzeug", TROUBLE, "500 Internal Server Error", "<h1>Internal Server Error</h1><p>The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.</p>"),
    ("gunicorn", TROUBLE, "Internal Server Error", "<h1><p>Internal Server Error</p></h1>"),
    ("http.server", REFUSED, "Error response", "<h1>Error response</h1><p>Error code: 403</p><p>Message: Forbidden.</p><p>Error code explanation: 403 - Request forbidden -- authorization will not help.</p>"),
    ("tornado", REFUSED, "403: Forbidden", "403: Forbidden"),
    ("tornado", TROUBLE, "500: Internal Server Error", "500: Internal Server Error"),
    ("starlette", TROUBLE, "", "Internal Server Error"),
    ("rails", TROUBLE, "We're sorry, but something went wrong (500)", "<div class=dialog><h1>We're sorry, but something went wrong.</h1><p>If you are the application owner check the logs for more information.</p></div>"),
    ("puma", TROUBLE, "", "An unhandled lowlevel error occurred. The application logs may have details."),
    ("laravel", REFUSED, "Forbidden", "<div class=code>403</div><div class=message>Forbidden</div>"),
    ("laravel", REFUSED, "Forbidden", "<div>403</div><div>This action is unauthorized.</div>"),
    ("laravel", TROUBLE, "Server Error", "<div class=code>500</div><div class=message>Server Error</div>"),
    ("laravel", TROUBLE, "Service Unavailable", "<div class=code>503</div><div class=message>Service Unavailable</div>"),
    ("laravel", LOGIN, "Unauthorized", "<div class=code>401</div><div class=message>Unauthorized</div>"),
    ("symfony", TROUBLE, "An Error Occurred: Internal Server Error", "<h1>Oops! An Error Occurred</h1><h2>The server returned a \"500 Internal Server Error\".</h2><p>Something is broken. Please let us know what you were doing when this error occurred. We will fix it as soon as possible. Sorry for any inconvenience caused.</p>"),
    ("express", REFUSED, "Error", "<pre>Forbidden</pre>"),
    ("express", TROUBLE, "Error", "<pre>Internal Server Error</pre>"),
    ("express", LOGIN, "Error", "<pre>Unauthorized</pre>"),
    ("next", TROUBLE, "500: Internal Server Error.", "<h1>500</h1><div><h2>Internal Server Error<!-- -->.</h2></div>"),
    ("aws", "withheld bot-wall unknown", "ERROR: The request could not be satisfied", "<h1>403 ERROR</h1><h2>The request could not be satisfied.</h2><hr>Request blocked. We can't connect to the server for this app or website at this time. There might be too much traffic or a configuration error. Try again later, or contact the app or website owner.<br>If you provide content to customers through CloudFront, you can find steps to troubleshoot and help prevent this error by reviewing the CloudFront documentation.<pre>Generated by cloudfront (CloudFront) Request ID: a1</pre>"),
    ("google", REFUSED, "Error 403 (Forbidden)!!1", "<p><b>403.</b> <ins>That’s an error.</ins><p>Your client does not have permission to get URL <code>/a</code> from this server. <ins>That’s all we know.</ins>"),
    ("google", TROUBLE, "Error 502 (Server Error)!!1", "<p><b>502.</b> <ins>That’s an error.</ins><p>The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds. <ins>That’s all we know.</ins>"),
];

/// Told of no document, where they speak of one.
#[rustfmt::skip]
const PAGES: &[(&str, &str)] = &[
    ("HTTP 403 Forbidden", "<h1>HTTP 403 Forbidden</h1><p>The code tells a client that the server has understood what it wants and will not do it. It came with the first draft of the protocol in 1992, and proxies of schools made it known.</p>"),
    ("HTTP 403 – Wikiwharf", "<h1>HTTP 403</h1><p>HTTP 403 is a status code that means that access to a resource is forbidden to the client by the server.</p>"),
    ("403 Forbidden - HTTP | Docs", "<h1>403 Forbidden</h1><p>The HTTP 403 Forbidden client error response status code indicates that the server understood the request but refused to process it.</p><h2>Status</h2><pre>403 Forbidden</pre><h2>Examples</h2>"),
    ("401 Unauthorized – HTTP | Docs", "<h1>401 Unauthorized</h1><p>The response status code 401 indicates that a request lacks credentials. It is sent with a header that says how to authenticate.</p><h2>See also</h2><ul><li>403 Forbidden</li></ul>"),
    ("500 Internal Server Error explained", "<h1>500 Internal Server Error explained</h1><p>Most often a program has ended before it sent a header. Look at the log of the server first.</p>"),
    ("HTTP 403 Forbidden", "<h1>HTTP 403 Forbidden</h1><p>Der Code sagt einem Client, dass der Server verstanden hat, was er will, und es nicht tun wird. Er kam 1992 mit dem ersten Entwurf.</p>"),
    ("HTTP 403", "<h1>HTTP 403</h1><p>Le code dit au client que le serveur a compris ce qu’il veut et ne le fera pas. Il date du premier brouillon, en 1992.</p>"),
    ("Error 503", "<h1>Error 503</h1><p>El código lo conocen todos los que compraron entradas aquel verano de 2019 en Madrid y en Sevilla.</p>"),
    ("Forbidden", "<h1>Forbidden</h1><p>A film by Anna Quay, 94 minutes, 2018.</p>"),
    ("403", "<h1>403</h1><p>The bus runs from the harbour to the old mill every 20 minutes.</p>"),
    ("Unauthorized", "<h1>Unauthorized</h1><p>The third novel of Ann Tide, on sale from 12 May.</p>"),
    ("Server error", "<h1>Server error</h1><p>Lyrics: the waiter brought the soup, and then the soup was gone.</p>"),
    ("Internal affairs", "<h1>Internal affairs</h1><p>Unauthorized</p><p>Forbidden</p><p>Two plays by Luc Maro, at eight in the old hall.</p>"),
];

#[test]
fn documents_of_servers_are_what_they_say_at_any_status() {
    let told = |(server, expected, title, body): &Document| {
        let html = format!("<html><head><title>{title}</title></head><body>{body}</body></html>");
        let told = seen(200, &html).told();
        (told != *expected).then(|| format!("{server}: {title}: {body}: {told}, not {expected}"))
    };
    let wrong: Vec<String> = DOCUMENTS.iter().filter_map(told).collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), DOCUMENTS.len(), wrong.join("\n"));
}

#[test]
fn pages_that_speak_of_such_documents_are_there() {
    let told = |(title, body): &(&str, &str)| {
        let told = seen(200, &format!("<html><head><title>{title}</title></head><body>{body}</body></html>")).told();
        (told != "live - sound").then(|| format!("{title}: {body:.60}: {told}"))
    };
    let wrong: Vec<String> = PAGES.iter().filter_map(told).collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), PAGES.len(), wrong.join("\n"));
}
