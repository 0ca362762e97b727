<?php
// Installs WordPress, sets its theme, and types the posts of seed.json into it, once.
//   php seed.php install | php seed.php fill
$site = getenv('WP_DIR');
$_SERVER += ['HTTP_HOST' => parse_url(getenv('WP_URL'), PHP_URL_HOST), 'REQUEST_METHOD' => 'GET',
    'REQUEST_URI' => '/', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REMOTE_ADDR' => '127.0.0.1'];
define('WP_INSTALLING', $argv[1] === 'install');
require "$site/www/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/image.php';
add_filter('pre_wp_mail', '__return_false');
wp_suspend_cache_invalidation(true);

if ($argv[1] === 'install') {
    if (!is_blog_installed()) {
        wp_install('Kantor Berita Uji', 'admin', 'admin@example.invalid', true, '', 'admin', 'id_ID');
    }
    exit;
}

$options = [
    'permalink_structure' => '/%postname%/', 'timezone_string' => 'Asia/Jakarta', 'gmt_offset' => '',
    'date_format' => 'l, j F Y', 'time_format' => 'H:i', 'posts_per_page' => 10, 'show_avatars' => 0,
    'WPLANG' => 'id_ID', 'template' => getenv('WP_THEME'), 'stylesheet' => getenv('WP_THEME'),
];
array_walk($options, fn ($value, $name) => update_option($name, $value));
if (!get_option('seeded')) {
    fill(json_decode(file_get_contents("$site/seed.json"), true));
    update_option('seeded', 1);
}
wp_suspend_cache_invalidation(false);
flush_rewrite_rules(false);

function fill(array $seed): void
{
    wp_delete_post(1, true);
    wp_delete_post(2, true);
    $authors = add_authors($seed['authors']);
    $categories = add_categories();
    $pictures = array_map('add_picture', ['utama-1.jpg' => 1, 'utama-2.jpg' => 2]);
    foreach (range(1, 5) as $number) {
        draw("dalam-$number.jpg");
    }
    foreach ($seed['posts'] as $number => $post) {
        $id = add_post($post, $authors, $categories);
        if ($post['picture']) {
            set_post_thumbnail($id, $pictures[$post['picture']]);
        }
        if ($number % 10 === 0) {
            wp_insert_comment(['comment_post_ID' => $id, 'comment_author' => 'Pembaca',
                'comment_content' => 'Semoga bermanfaat bagi kita semua.', 'comment_approved' => 1]);
        }
    }
}

function add_authors(array $names): array
{
    $ids = [];
    foreach ($names as $login => $name) {
        $ids[$login] = wp_insert_user(['user_login' => $login, 'user_pass' => wp_generate_password(),
            'display_name' => $name, 'user_email' => "$login@example.invalid", 'role' => 'author']);
    }
    return $ids;
}

function add_categories(): array
{
    $parents = ['palestina' => 'Palestina', 'internasional' => 'Internasional', 'indonesia' => 'Indonesia',
        'artikel' => 'Artikel', 'ekonomi' => 'Ekonomi & Bisnis'];
    $children = ['asia' => ['Asia', 'internasional'], 'opini' => ['Opini', 'artikel']];
    foreach ($parents as $slug => $name) {
        $ids[$slug] = wp_insert_term($name, 'category', ['slug' => $slug])['term_id'];
    }
    foreach ($children as $slug => [$name, $parent]) {
        $ids[$slug] = wp_insert_term($name, 'category', ['slug' => $slug, 'parent' => $ids[$parent]])['term_id'];
    }
    return $ids;
}

function add_post(array $post, array $authors, array $categories): int
{
    $html = str_replace('{uploads}', wp_upload_dir()['url'], $post['html']);
    return wp_insert_post(wp_slash(['post_title' => $post['title'], 'post_name' => $post['slug'],
        'post_content' => $html, 'post_excerpt' => $post['excerpt'], 'post_status' => $post['status'],
        'post_type' => $post['kind'], 'post_password' => $post['password'], 'post_date' => $post['date'],
        'post_author' => $authors[$post['author']], 'tags_input' => $post['tags'], 'comment_status' => 'open',
        'post_category' => array_map(fn ($slug) => $categories[$slug], $post['categories'])]), true);
}

function add_picture(int $number): int
{
    $file = draw("utama-$number.jpg");
    $id = wp_insert_attachment(['post_mime_type' => 'image/jpeg', 'post_status' => 'inherit', 'post_title' => "Foto $number",
        'post_excerpt' => "Suasana di lapangan hari ke-$number. (Foto: Melati Kusumawati/MINA)"], $file);
    wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $file));
    return $id;
}

function draw(string $name): string
{
    $image = imagecreatetruecolor(800, 450);
    $file = wp_upload_dir()['path'] . "/$name";
    imagejpeg($image, $file);
    return $file;
}
