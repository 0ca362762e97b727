<?php
// Publishes, edits and withdraws posts until its input ends; each act is a line: its name and the post's id.
// Between two acts it rests for so many microseconds as its argument says.
$_SERVER += ['HTTP_HOST' => parse_url(getenv('WP_URL'), PHP_URL_HOST), 'REQUEST_METHOD' => 'GET',
    'REQUEST_URI' => '/', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REMOTE_ADDR' => '127.0.0.1'];
require getenv('WP_DIR') . '/www/wp-load.php';

$acts = ['publish', 'edit', 'withdraw', 'edit', 'publish'];
for ($number = 0; !is_over(); $number++) {
    $act = $acts[$number % count($acts)];
    echo "$act {$act($number)}\n";
}

function is_over(): bool
{
    [$input, $none, $others] = [[STDIN], null, null];
    return stream_select($input, $none, $others, 0, (int) $GLOBALS['argv'][1]) > 0;
}

function publish(int $number): int
{
    $name = getmypid() . "-$number"; // no text is published twice: a copy would be delivered once
    return wp_insert_post(['post_title' => "Kabar Terbaru $name", 'post_status' => 'publish',
        'post_content' => "<p>Jakarta, MINA – Kabar yang baru saja masuk, nomor $name.</p>",
        'post_category' => [get_cat_ID('Palestina')], 'post_author' => 1], true);
}

function edit(int $number): int
{
    $post = get_post(some_post($number));
    return wp_update_post(['ID' => $post->ID, 'post_content' => wp_slash("$post->post_content\n\n<p>Ralat.</p>")]);
}

function withdraw(int $number): int
{
    $id = some_post($number);
    wp_delete_post($id, true);
    return $id;
}

function some_post(int $number): int
{
    $ids = get_posts(['fields' => 'ids', 'numberposts' => -1, 'orderby' => 'ID', 'has_password' => false]);
    return $ids[$number * 31 % count($ids)];
}
