<?php
// A theme of one file: headlines in lists, no link from one page of a list to the next.
?><!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head><meta charset="utf-8"><title><?php echo wp_get_document_title(); ?></title></head>
<body <?php body_class(); ?>>
<nav><ul><?php wp_list_categories(['title_li' => '']); ?><?php wp_list_pages(['title_li' => '']); ?></ul></nav>
<main>
<?php while (have_posts()) { the_post(); ?>
<article <?php post_class(); ?>>
<?php if (is_singular()) { ?>
<h1 class="entry-title"><?php the_title(); ?></h1>
<p><time class="entry-date published" datetime="<?php echo get_the_date('c'); ?>"><?php the_date(); ?></time> <?php the_category(', '); ?></p>
<div class="entry-content"><?php the_content(); wp_link_pages(); ?></div>
<?php } else { ?>
<h2 class="entry-title"><a href="<?php the_permalink(); ?>"><?php the_title(); ?></a></h2>
<?php } ?>
</article>
<?php } ?>
</main>
</body>
</html>
