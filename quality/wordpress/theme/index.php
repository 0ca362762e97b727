<?php
// Any of our themes: fills the holes of page.html with what the post brings along, the rest is WordPress's.
the_post();
$holes = json_decode(get_post_meta(get_the_ID(), '_slots_' . get_stylesheet(), true), true);
$holes['title'] = get_the_title();
$holes['content'] = apply_filters('the_content', get_the_content());
$holes['page_links'] = wp_link_pages(['echo' => 0]);
$page = file_get_contents(get_stylesheet_directory() . '/page.html');
echo preg_replace_callback('/\{\{(\w+)\}\}/', fn ($hole) => $holes[$hole[1]], $page);
