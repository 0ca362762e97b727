<?php
// Puts read-also links between the paragraphs while a post is rendered: others at each request.
add_filter('the_content', function (string $html): string {
    if (!is_singular('post') || !in_the_loop()) {
        return $html;
    }
    $links = get_posts(['orderby' => 'rand', 'numberposts' => 2, 'has_password' => false]);
    $blocks = array_map(get_the_ID() % 2 ? 'read_also_line' : 'read_also_box', $links);
    $pieces = preg_split('~(?<=</p>)(?=\s*<p)~', $html);
    foreach ($pieces as $index => &$piece) {
        if ($index % 3 === 1 && $blocks) {
            $piece .= "\n" . array_shift($blocks);
        }
    }
    return implode('', $pieces);
}, 20);

function read_also_line(WP_Post $post): string
{
    return sprintf('<p><strong>Baca Juga: <a href="%s">%s</a></strong></p>',
        esc_url(get_permalink($post)), get_the_title($post));
}

function read_also_box(WP_Post $post): string
{
    return sprintf('<div style="margin-top: 0; margin-bottom: 0;" class="ub7f2"><!-- INLINE RELATED POSTS 1/3 -->'
        . '<style> .ub7f2 { padding: 0; } </style><a href="%s" target="_blank" class="ub7f2">'
        . '<div style="padding-left: 1em;"><span class="ctaText">Baca Juga:</span>&nbsp; '
        . '<span class="postTitle">%s</span></div></a></div>',
        esc_url(get_permalink($post)), get_the_title($post));
}
