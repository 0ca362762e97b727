<?php
// Types the posts of corpus.json into a running WordPress: php import.php
$site = getenv('WP_DIR');
$_SERVER += ['HTTP_HOST' => parse_url(getenv('WP_URL'), PHP_URL_HOST), 'REQUEST_METHOD' => 'GET',
    'REQUEST_URI' => '/', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REMOTE_ADDR' => '127.0.0.1'];
require "$site/www/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/taxonomy.php';
kses_remove_filters();
wp_suspend_cache_invalidation(true);
wp_defer_term_counting(true);
foreach (get_terms(['taxonomy' => 'category', 'hide_empty' => false, 'fields' => 'ids']) as $id) {
    wp_delete_term($id, 'category');
}
$wpdb->query('START TRANSACTION');
foreach (json_decode(file_get_contents("$site/corpus.json"), true) as $post) {
    add_post($post);
}
$wpdb->query('COMMIT');
wp_suspend_cache_invalidation(false);
wp_defer_term_counting(false);
wp_cache_flush();

function add_post(array $post): void
{
    $id = wp_insert_post(wp_slash(['import_id' => $post['id'], 'post_title' => $post['title'], 'post_name' => "p-{$post['id']}",
        'post_content' => $post['content'], 'post_status' => 'publish', 'post_date' => $post['date'], 'post_excerpt' => $post['excerpt'],
        'post_author' => author($post['author']), 'post_category' => array_map('category', $post['categories']),
        'tags_input' => $post['tags'], 'meta_input' => $post['meta']]), true);
    if ($post['thumbnail']) {
        set_post_thumbnail($id, picture($post['thumbnail']));
    }
}

function author(string $name): int
{
    static $ids = [];
    $number = count($ids) + 1;
    return $ids[$name] ??= wp_insert_user(['user_login' => "penulis-$number", 'user_pass' => 'x', 'display_name' => $name,
        'nickname' => $name, 'user_email' => "penulis-$number@example.invalid", 'role' => 'author']);
}

function category(string $name): int
{
    static $ids = [];
    return $ids[$name] ??= wp_create_category($name);
}

function picture(array $picture): int
{
    $id = wp_insert_attachment(wp_slash(['post_mime_type' => 'image/jpeg', 'post_status' => 'inherit', 'post_title' => 'Foto',
        'post_excerpt' => $picture['caption']]), $picture['file']);
    wp_update_attachment_metadata($id, ['width' => 800, 'height' => 450, 'file' => $picture['file']]);
    return $id;
}
