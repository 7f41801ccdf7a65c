-- Adds the favorites of 500 articles, then removes them, and so on.
local sent = -1
request = function()
  sent = sent + 1
  return wrk.format(math.floor(sent / 500) % 2 == 0 and "POST" or "DELETE", "/api/articles/article-" .. (sent % 500 + 1) .. "/favorite")
end
