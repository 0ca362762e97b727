<?php
// Puts into the story, while it is rendered, what the plugins of the site put there.
add_filter('the_content', function (string $html): string {
    if (!is_singular('post')) {
        return $html;
    }
    $pages = json_decode(get_post_meta(get_the_ID(), '_inserts_' . get_stylesheet(), true), true);
    $page = $pages[min(count($pages), max(1, (int) get_query_var('page'))) - 1];
    $pieces = preg_split('~(?<=</p>)~', $html);
    krsort($page['after']);
    foreach ($page['after'] as $place => $insert) {
        array_splice($pieces, $place, 0, "\n$insert\n");
    }
    return implode('', $pieces) . $page['last'];
}, 20);

// Our themes have captions of their own; stock themes take WordPress's.
add_filter('img_caption_shortcode', function ($html, $attributes, $content) {
    $file = get_stylesheet_directory() . '/caption.html';
    if (!file_exists($file)) {
        return $html;
    }
    return strtr(file_get_contents($file), ['{image}' => $content, '{caption}' => $attributes['caption']]);
}, 10, 3);
